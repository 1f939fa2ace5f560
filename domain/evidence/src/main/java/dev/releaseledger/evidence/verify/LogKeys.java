package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which checkpoints a trust file believes: those that a log of it has signed. */
record LogKeys(TrustFile trust) {

  /** A checkpoint, and the keys of its log that signed it. */
  record SignedCheckpoint(Checkpoint checkpoint, List<TrustedLog> by) {

    /**
     * Refuses it where its keys are not believed.
     *
     * @param time when it was there at the latest, where somebody vouches for that
     */
    Checkpoint believedAt(Optional<Instant> time) {
      Stop.unless(
          by.stream().anyMatch(log -> believed(log, time)),
          "the key of the log is not believed at that time, or nobody says at which time");
      return checkpoint;
    }

    private static boolean believed(TrustedLog log, Optional<Instant> time) {
      return time.map(log.period()::covers).orElse(log.period().until().isEmpty());
    }
  }

  private static String unsigned(TrustedLog log, long size) {
    return log.lastSize().filter(last -> size > last).isPresent()
        ? "the checkpoint is signed by a key alone that was retired before"
        : "the checkpoint is signed by a key alone that signed later ones only";
  }

  /** The checkpoint of a note that a trusted log signed. */
  SignedCheckpoint signed(Note note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    List<TrustedLog> logs =
        trust.logs().stream().filter(log -> log.key().name().equals(checkpoint.origin())).toList();
    Stop.unless(!logs.isEmpty(), "the log " + Shown.of(checkpoint.origin()) + " is not trusted");
    List<VerifierKey> signers =
        note.verify(logs.stream().map(TrustedLog::key).toList()).orThrow().stream()
            .map(Signed::key)
            .toList();
    List<TrustedLog> admitted =
        logs.stream()
            .filter(log -> signers.contains(log.key()) && log.admits(checkpoint.size()))
            .toList();
    Stop.unless(
        !admitted.isEmpty(), "the checkpoint is larger than the log was when it was frozen");
    List<TrustedLog> by = admitted.stream().filter(log -> log.signs(checkpoint.size())).toList();
    Stop.unless(!by.isEmpty(), unsigned(admitted.getFirst(), checkpoint.size()));
    return new SignedCheckpoint(checkpoint, by);
  }
}
