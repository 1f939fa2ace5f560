package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Note;
import java.util.List;

/**
 * All that is known of one release, before it is signed.
 *
 * @param said what is to be signed; its log is that of the checkpoint
 * @param artifacts the files that events name by digest
 * @param events from the proposal of the plan on, those of the environment without a gap
 * @param checkpoint under which all events are proven
 * @param anchors of this checkpoint or earlier ones; each was taken of the newest at its time
 * @param consistency from each anchored checkpoint, and from those exported earlier, to this one
 * @param disclosures what is revealed
 * @param views the evidence in other forms
 * @param trust a copy of the trust file of the ledger, which no verifier believes
 */
public record ReleaseEvidence(
    SchemaRelease said,
    List<BundledArtifact> artifacts,
    List<LoggedEvent> events,
    Note checkpoint,
    List<Anchor> anchors,
    List<ConsistencyProof> consistency,
    Disclosures disclosures,
    List<View> views,
    byte[] trust) {

  /** Keeps copies. */
  public ReleaseEvidence {
    artifacts = List.copyOf(artifacts);
    events = List.copyOf(events);
    anchors = List.copyOf(anchors);
    consistency = List.copyOf(consistency);
    views = List.copyOf(views);
  }
}
