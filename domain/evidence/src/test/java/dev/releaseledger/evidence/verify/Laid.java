package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.bundle.Disclosures;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.ReleaseEvidence;
import dev.releaseledger.evidence.note.Note;
import java.util.List;

/** The evidence of a release with some of its parts exchanged. */
final class Laid {

  private Laid() {}

  static ReleaseEvidence out(
      ReleaseEvidence from,
      List<BundledArtifact> artifacts,
      List<LoggedEvent> events,
      Note checkpoint,
      List<Anchor> anchors,
      Disclosures disclosures) {
    return new ReleaseEvidence(
        from.said(),
        artifacts,
        events,
        checkpoint,
        anchors,
        from.consistency(),
        disclosures,
        from.views(),
        from.trust());
  }
}
