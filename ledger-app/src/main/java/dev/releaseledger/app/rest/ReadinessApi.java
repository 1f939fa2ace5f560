package dev.releaseledger.app.rest;

import dev.releaseledger.app.readiness.LedgerEvidences;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.readiness.Artifact;
import dev.releaseledger.domain.readiness.LedgerEvidence;
import dev.releaseledger.domain.readiness.Readiness;
import dev.releaseledger.domain.readiness.ReadinessFiles;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a release is ready. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/readiness")
class ReadinessApi {

  private final LedgerEvidences ledger;

  ReadinessApi(LedgerEvidences ledger) {
    this.ledger = ledger;
  }

  /** What the ledger contributes, judged as far as that goes. */
  record EvidenceView(
      String release,
      long position,
      List<String> rollouts,
      List<SortedMap<String, Object>> items,
      List<ArtifactFile> files) {}

  /** The report, and all files that belong to it. */
  record ReadinessView(SortedMap<String, Object> report, List<ArtifactFile> files) {}

  @GetMapping
  EvidenceView evidence(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam @Nullable String release,
      @RequestParam @Nullable String rollout) {
    LedgerEvidence evidence = evidence(new EnvironmentId(project, environment), release, rollout);
    return new EvidenceView(
        evidence.release(),
        evidence.position(),
        evidence.rollouts().stream().map(it -> it.record().id()).toList(),
        ReadinessFiles.items(Readiness.ofLedger(evidence)),
        evidence.files());
  }

  @PostMapping
  ReadinessView judge(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody ReadinessRequest request) {
    List<Artifact> given = request.given();
    LedgerEvidence evidence =
        evidence(new EnvironmentId(project, environment), request.release(), request.rollout());
    Readiness readiness =
        Readiness.of(
            evidence.release(),
            request.domains(),
            Stream.concat(given.stream(), evidence.artifacts(request.folder()).stream()).toList(),
            request.matrix());
    ReadinessFiles files = new ReadinessFiles(readiness, request.folder());
    return new ReadinessView(
        files.fields(), Stream.concat(files.files().stream(), evidence.files().stream()).toList());
  }

  private LedgerEvidence evidence(
      EnvironmentId id, @Nullable String release, @Nullable String rollout) {
    if (release != null && rollout != null) {
      throw new Refused(new InvalidValue("rollout", "cannot be given beside a release"));
    }
    return rollout == null ? ledger.ofRelease(id, release) : ledger.ofRollout(id, rollout);
  }
}
