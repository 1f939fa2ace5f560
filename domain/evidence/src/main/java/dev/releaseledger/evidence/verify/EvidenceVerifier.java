package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Optional;

/** Verifies bundles with a trust file, and with nothing else: no network, no service. */
public final class EvidenceVerifier {

  private final TrustFile trust;
  private final Optional<Held> held;

  /**
   * A verifier.
   *
   * @param trust whom it believes
   * @param held what somebody kept from before, where they did
   */
  public EvidenceVerifier(TrustFile trust, Optional<Held> held) {
    this.trust = trust;
    this.held = held;
  }

  /** What all checks of a bundle come to; a bundle that cannot be opened has failed one. */
  public Report verify(byte[] archive) {
    Findings findings = new Findings();
    Known<Content> content = findings.make(Check.ARCHIVE, () -> opened(archive));
    Known<Manifest> manifest = findings.make(Check.MANIFEST, () -> ManifestCheck.of(content.get()));
    // A bundle with an edited file is still looked at, so that the report says all that is wrong.
    Optional<BundleKind> kind =
        manifest.value().map(Manifest::kind).or(() -> content.value().flatMap(Content::kind));
    Optional<String> about = Optional.empty();
    if (kind.isPresent() && content.value().isPresent()) {
      about =
          switch (kind.get()) {
            case RELEASE -> new ReleaseChecks(content.get(), trust, held, findings).run();
            case PERIOD -> new PeriodChecks(content.get(), trust, held, findings).run();
          };
    }
    boolean proven = Outcome.of(findings.all()) != Outcome.FAILED;
    return new Report(kind, about.filter(_ -> proven), findings.all());
  }

  private static Passed<Content> opened(byte[] archive) {
    return switch (ArchiveReader.read(archive, ArchiveLimits.standard())) {
      case ArchiveReading.Opened(var files) ->
          new Passed<>(new Content(files), files.size() + " files, " + archive.length + " bytes");
      case ArchiveReading.Refused refused -> throw Stop.failed(refused.sentence());
    };
  }
}
