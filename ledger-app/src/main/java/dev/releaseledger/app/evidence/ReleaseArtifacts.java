package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the files that the events of a release name by their digests. */
@Component
class ReleaseArtifacts {

  private final Artifacts artifacts;
  private final Schemas schemas;

  ReleaseArtifacts(Artifacts artifacts, Schemas schemas) {
    this.artifacts = artifacts;
    this.schemas = schemas;
  }

  List<BundledArtifact> of(Course course, Rules.Held rules) {
    PlanProposed proposal = course.proposal();
    Plan plan = schemas.plan(proposal.planDigest());
    List<BundledArtifact> all = new ArrayList<>();
    all.add(kept(ArtifactRole.PLAN, "plan.json", proposal.planDigest()));
    all.add(text(ArtifactRole.SCRIPT, "plan.sql", Undoing.script(plan)));
    Undoing.back(plan).ifPresent(sql -> all.add(text(ArtifactRole.ROLLBACK, "rollback.sql", sql)));
    all.add(kept(ArtifactRole.REHEARSAL, "rehearsal.json", proposal.rehearsal()));
    addKept(
        all,
        ArtifactRole.IMPACT,
        "impact.json",
        proposal.terms() == null ? null : proposal.terms().impact());
    addKept(all, ArtifactRole.REVIEW, "review.json", proposal.review());
    all.add(kept(ArtifactRole.POLICY, "policy.json", rules.digest()));
    proposal
        .base()
        .keySet()
        .forEach(connection ->
            course
                .before(connection)
                .map(it -> it.snapshots().get(connection))
                .ifPresent(digest ->
                    all.add(kept(ArtifactRole.SNAPSHOT_BEFORE, connection + ".json", digest))));
    addEach(all, ArtifactRole.SNAPSHOT_AFTER, course.released().snapshots());
    addReports(all, course);
    addSignatures(all, course);
    return all;
  }

  private void addKept(
      List<BundledArtifact> all, ArtifactRole role, String name, @Nullable String digest) {
    if (digest != null) {
      all.add(kept(role, name, digest));
    }
  }

  private void addEach(
      List<BundledArtifact> all, ArtifactRole role, Map<String, String> byConnection) {
    byConnection.forEach((connection, digest) -> all.add(kept(role, connection + ".json", digest)));
  }

  private void addReports(List<BundledArtifact> all, Course course) {
    SortedMap<String, String> reports = new TreeMap<>();
    course
        .own(DriftDetected.class)
        .forEach(found -> reports.putIfAbsent(found.report(), number(reports.size() + 1)));
    reports.forEach((digest, name) -> all.add(kept(ArtifactRole.DRIFT, name + ".json", digest)));
  }

  /** As {@code ssh-keygen -Y verify} takes them. */
  private static void addSignatures(List<BundledArtifact> all, Course course) {
    int number = 1;
    for (PlanApproved approved : course.own(PlanApproved.class)) {
      if (approved.signature() != null) {
        all.add(
            text(ArtifactRole.APPROVAL, number(number) + ".sig", approved.signature().armored()));
      }
      number++;
    }
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }

  private BundledArtifact kept(ArtifactRole role, String name, String digest) {
    return text(role, name, artifacts.read(digest));
  }

  private static BundledArtifact text(ArtifactRole role, String name, String content) {
    return new BundledArtifact(role, name, content.getBytes(StandardCharsets.UTF_8));
  }
}
