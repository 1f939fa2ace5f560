package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        anchors.stream()
            .filter(held -> held.size() <= leafIndex)
            .map(HeldCheckpoint::earliest)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        anchors.stream()
            .filter(held -> held.size() > leafIndex)
            .map(HeldCheckpoint::latest)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  /** Those that cover a leaf, and so everything before it. */
  public List<HeldCheckpoint> covering(long leafIndex) {
    return anchors.stream().filter(held -> held.size() > leafIndex).toList();
  }

  /**
   * Of each place the last checkpoint that has none of these leaves, and the first that has all of
   * them: what the others say of them follows from these.
   */
  public List<HeldCheckpoint> around(long firstIndex, long lastIndex) {
    List<HeldCheckpoint> around = new ArrayList<>();
    for (HeldCheckpoint held : anchors) {
      boolean without =
          held.size() <= firstIndex
              && anchors.stream()
                  .filter(it -> it.isWhere(held) && it.size() <= firstIndex)
                  .allMatch(it -> it.size() <= held.size());
      boolean with =
          held.size() > lastIndex
              && anchors.stream()
                  .filter(it -> it.isWhere(held) && it.size() > lastIndex)
                  .allMatch(it -> it.size() >= held.size());
      if ((without || with) && around.stream().noneMatch(it -> it.isLike(held))) {
        around.add(held);
      }
    }
    around.sort(
        Comparator.comparingLong(HeldCheckpoint::size)
            .thenComparing(HeldCheckpoint::kind)
            .thenComparing(HeldCheckpoint::place));
    return around;
  }
}
