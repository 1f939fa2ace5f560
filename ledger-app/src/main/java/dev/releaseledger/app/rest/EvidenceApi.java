package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.evidence.Archive;
import dev.releaseledger.app.evidence.Exporting;
import dev.releaseledger.app.evidence.PeriodExporting;
import dev.releaseledger.app.evidence.PeriodRequest;
import dev.releaseledger.app.evidence.ReleaseRequest;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.refusal.EvidenceRefusal.NothingReleased;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.bundle.Sample;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence for those who have no access to the service. */
@RestController
@RequestMapping("/api/v1")
class EvidenceApi {

  static final MediaType ZIP = new MediaType("application", "zip");

  private final Exporting exporting;
  private final PeriodExporting periods;
  private final Releases releases;
  private final Rollouts rollouts;
  private final Drafting drafting;

  EvidenceApi(
      Exporting exporting,
      PeriodExporting periods,
      Releases releases,
      Rollouts rollouts,
      Drafting drafting) {
    this.exporting = exporting;
    this.periods = periods;
    this.releases = releases;
    this.rollouts = rollouts;
    this.drafting = drafting;
  }

  record Wanted(
      @Nullable String release,
      @Nullable String rollout,
      @Nullable Long checkpoint,
      @Nullable Boolean names) {}

  record Between(
      @Nullable String from,
      @Nullable String to,
      @Nullable Integer sample,
      @Nullable String seed) {}

  @PostMapping("/evidence/period")
  ResponseEntity<byte[]> period(@RequestBody Between between, Caller caller) {
    return answer(
        periods.export(
            new PeriodRequest(
                Values.required("from", between.from()),
                Values.required("to", between.to()),
                sample(between),
                caller.actor())));
  }

  private static Optional<Sample> sample(Between between) {
    if (between.sample() == null && between.seed() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Sample(
              Values.required("seed", between.seed()), Values.given("sample", between.sample())));
    } catch (Malformed e) {
      throw new Refused(new InvalidValue("sample", "cannot be drawn: " + e.reason()));
    }
  }

  @PostMapping("/projects/{project}/environments/{environment}/evidence")
  ResponseEntity<byte[]> release(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Wanted wanted,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    drafting.environment(id);
    return answer(
        exporting.export(
            new ReleaseRequest(
                id,
                rollout(id, wanted),
                wanted.checkpoint(),
                Boolean.TRUE.equals(wanted.names()),
                caller.actor())));
  }

  private String rollout(EnvironmentId id, Wanted wanted) {
    if ((wanted.release() == null) == (wanted.rollout() == null)) {
      throw new Refused(
          new InvalidValue("release", "or rollout must be given, and not both of them"));
    }
    return wanted.rollout() == null
        ? ofRelease(id, Objects.requireNonNull(wanted.release()))
        : known(id, wanted.rollout());
  }

  /** A rollout of another environment is not one that the caller may know of. */
  private String known(EnvironmentId id, String rollout) {
    return rollouts
        .one(rollout)
        .filter(row -> new EnvironmentId(row.project(), row.environment()).equals(id))
        .orElseThrow(() -> new Refused(new UnknownRollout(rollout)))
        .rollout();
  }

  private String ofRelease(EnvironmentId id, String release) {
    List<ReleaseRow> here =
        releases.uses(release).stream()
            .filter(row -> new EnvironmentId(row.project(), row.environment()).equals(id))
            .toList();
    if (here.isEmpty()) {
      throw new Refused(new UnknownRelease(id.toString(), release));
    }
    return here.stream()
        .map(ReleaseRow::rollout)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                new NothingReleased("release " + release, "no rollout led to it in " + id)));
  }

  static ResponseEntity<byte[]> answer(Archive archive) {
    return ResponseEntity.ok()
        .contentType(ZIP)
        .header(PositionFilter.POSITION, Long.toString(archive.position()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(archive.name()).build().toString())
        .body(archive.content());
  }
}
