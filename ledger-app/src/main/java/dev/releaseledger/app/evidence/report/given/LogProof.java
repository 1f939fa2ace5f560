package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint under which the events are proven, and where it or an earlier one is held.
 *
 * @param origin the name of the log
 * @param signedAt when the checkpoint was signed, as the ledger says
 * @param anchors the checkpoints that others hold
 */
public record LogProof(
    String origin, long size, Sha256 root, Instant signedAt, List<HeldCheckpoint> anchors) {

  /** Keeps a copy. */
  public LogProof {
    anchors = List.copyOf(anchors);
  }

  /** Between which two trusted times something was logged; either may be unknown. */
  public record Bracket(@Nullable Instant after, @Nullable Instant before) {}

  /** Between which trusted times a leaf was logged: behind one checkpoint, and within another. */
  public Bracket bracket(long leafIndex) {
    return new Bracket(
        timed()
            .filter(held -> held.size() <= leafIndex)
            .map(HeldCheckpoint::at)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        timed()
            .filter(held -> held.size() > leafIndex)
            .map(HeldCheckpoint::at)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private Stream<HeldCheckpoint> timed() {
    return anchors.stream().filter(held -> held.at() != null);
  }
}
