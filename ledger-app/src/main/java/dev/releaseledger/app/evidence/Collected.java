package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import java.util.List;
import java.util.SortedMap;

/**
 * All that is known of one release under a checkpoint; reports are made from it, and from nothing
 * else.
 *
 * @param course the events that the release rests on
 * @param checkpoint under which they are proven
 * @param said what is signed
 * @param record the life of the rollout up to the checkpoint
 * @param artifacts the files that events name
 * @param anchors the checkpoints that others hold
 * @param names what actors are called, by their references, as far as that is told
 * @param archive the name of the file that this goes into
 */
public record Collected(
    EnvironmentId environment,
    Course course,
    SignedCheckpoint checkpoint,
    SchemaRelease said,
    ChangeRecord record,
    List<BundledArtifact> artifacts,
    List<HeldAnchors.Held> anchors,
    SortedMap<String, String> names,
    String archive) {

  public Collected {
    artifacts = List.copyOf(artifacts);
    anchors = List.copyOf(anchors);
  }
}
