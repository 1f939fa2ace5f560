package dev.releaseledger.evidence.archive;

/** Carries a refusal out of the reader. */
final class RefusedArchive extends Exception {

  final transient ArchiveReading.Refused reason;

  RefusedArchive(ArchiveReading.Refused reason) {
    super(reason.sentence(), null, false, false);
    this.reason = reason;
  }
}
