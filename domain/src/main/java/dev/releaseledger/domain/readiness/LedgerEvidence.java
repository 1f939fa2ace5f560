package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import dev.releaseledger.domain.record.artifact.RolloutEvidence;
import dev.releaseledger.domain.record.artifact.SortedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the ledger itself has to say about a release: how the schema came to be, and who decided.
 *
 * <p>It follows from events alone. Where no rollout made the release there is nothing to say, and
 * both domains are missing.
 *
 * @param release the release, or the rollout that has not become one
 * @param drifted whether the databases that should be at this release are known not to be
 * @param position the last entry of the ledger that was looked at
 * @param rollouts those that made the release here, oldest first
 */
public record LedgerEvidence(
    String project,
    String environment,
    String release,
    boolean drifted,
    long position,
    List<RolloutEvidence> rollouts) {

  public LedgerEvidence {
    rollouts = List.copyOf(rollouts);
  }

  /** Every file of it: the two artifacts, and what they refer to. */
  public List<ArtifactFile> files() {
    return Stream.concat(
            contents().stream().map(LedgerEvidence::file),
            rollouts.stream().flatMap(it -> it.files().stream()))
        .distinct()
        .toList();
  }

  /**
   * The two artifacts, to be judged as any other; none where no rollout made the release.
   *
   * @param folder where the files are to be
   */
  public List<Artifact> artifacts(String folder) {
    return contents().stream()
        .map(content -> {
          ArtifactFile file = file(content);
          return new Artifact(
              content.domain(),
              ReadinessFiles.path(folder, file.name()),
              file.sha256(),
              new Parsed(content.fields()));
        })
        .toList();
  }

  private record Content(EvidenceDomain domain, SortedMap<String, Object> fields) {}

  private static ArtifactFile file(Content content) {
    return new ArtifactFile(content.domain().word() + ".json", SortedJson.file(content.fields()));
  }

  private List<Content> contents() {
    return rollouts.isEmpty()
        ? List.of()
        : List.of(
            content(EvidenceDomain.GOVERNANCE, new Governance(rollouts).parts()),
            content(
                EvidenceDomain.SCHEMA_EVOLUTION, new SchemaEvolution(rollouts, drifted).parts()));
  }

  private Content content(EvidenceDomain domain, List<Part> parts) {
    List<String> blockers =
        new ArrayList<>(
            parts.stream().flatMap(part -> part.blockers().stream()).distinct().toList());
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("artifact", domain.word());
    fields.put("project", project);
    fields.put("environment", environment);
    fields.put("release", release);
    fields.put("position", position);
    fields.put("rollouts", parts.stream().map(Part::fields).toList());
    fields.put("blockers", blockers);
    fields.put("passed", blockers.isEmpty());
    fields.put(
        "summary",
        "%s of %s/%s by %s, up to #%d."
            .formatted(
                release,
                project,
                environment,
                parts.size() == 1 ? "one rollout" : parts.size() + " rollouts",
                position));
    return new Content(domain, fields);
  }

  /**
   * What one rollout adds to an artifact.
   *
   * @param blockers what is held against it
   */
  record Part(List<String> blockers, SortedMap<String, Object> fields) {}
}
