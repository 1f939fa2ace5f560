package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Note;
import java.util.List;
import java.util.Optional;

/**
 * All that happened between two checkpoints, before it is signed.
 *
 * @param from the first checkpoint
 * @param frontier the roots of the full subtrees of its tree, the largest first
 * @param to the second checkpoint
 * @param leaves every leaf from the size of the first to that of the second, in their order
 * @param events the stored bytes of the events among them, by {@link PeriodBundle#carries} at least
 * @param earlier events before the first checkpoint that those within go back to: of each rollout
 *     that was released, those of its environment from the proposal on
 * @param anchors of the second checkpoint or earlier ones
 * @param consistency from each anchored checkpoint, and from those exported earlier, to the second
 * @param sample which releases are to be looked at, where somebody said so
 * @param views the evidence in other forms
 * @param trust a copy of the trust file of the ledger, which no verifier believes
 */
public record PeriodEvidence(
    Note from,
    List<Sha256> frontier,
    Note to,
    List<byte[]> leaves,
    List<StoredEvent> events,
    List<LoggedEvent> earlier,
    List<Anchor> anchors,
    List<ConsistencyProof> consistency,
    Optional<Sample> sample,
    List<View> views,
    byte[] trust) {

  /** Keeps copies. */
  public PeriodEvidence {
    frontier = List.copyOf(frontier);
    leaves = List.copyOf(leaves);
    events = List.copyOf(events);
    earlier = List.copyOf(earlier);
    anchors = List.copyOf(anchors);
    consistency = List.copyOf(consistency);
    views = List.copyOf(views);
  }
}
