package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.refusal.HistoryRefusal.NoReleaseThen;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.app.releasing.PointerMoves;
import dev.releaseledger.app.replaying.Moments;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.releases.Releases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases and the pointers to them. */
@RestController
@RequestMapping("/api/v1")
class ReleasesApi {

  private static final String ENVIRONMENT = "/projects/{project}/environments/{environment}";
  private static final int MOST = 1000;

  private final Releases releases;
  private final PointerMoves pointer;
  private final Drafting drafting;
  private final Presenting presenting;
  private final Answers answers;
  private final Moments moments;

  ReleasesApi(
      Releases releases,
      PointerMoves pointer,
      Drafting drafting,
      Presenting presenting,
      Answers answers,
      Moments moments) {
    this.releases = releases;
    this.pointer = pointer;
    this.drafting = drafting;
    this.presenting = presenting;
    this.answers = answers;
    this.moments = moments;
  }

  record Promotion(@Nullable String from, @Nullable String releaseId, @Nullable String reason) {}

  record Rollback(@Nullable String to, @Nullable String reason) {}

  @GetMapping(ENVIRONMENT + "/releases")
  Items<ReleaseView> list(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(defaultValue = "50") int limit) {
    drafting.environment(new EnvironmentId(project, environment));
    List<ReleaseView> views = new ArrayList<>();
    for (ReleaseRow row : releases.history(project, environment, Values.limit(limit, MOST))) {
      views.add(presenting.release(row, views.isEmpty()));
    }
    return new Items<>(views);
  }

  @GetMapping(ENVIRONMENT + "/releases/current")
  ReleaseView current(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(defaultValue = Moments.NOW) String at) {
    EnvironmentId id = new EnvironmentId(project, environment);
    drafting.environment(id);
    ReleaseRow found =
        releases
            .asOf(project, environment, moments.position(at, id::equals))
            .orElseThrow(() ->
                new Refused(
                    at.equals(Moments.NOW)
                        ? new NoRelease(id.toString())
                        : new NoReleaseThen(id.toString(), at)));
    return presenting.release(
        found, releases.current(project, environment).filter(found::equals).isPresent());
  }

  @GetMapping("/releases/{id}")
  ReleaseView one(@PathVariable String id, Caller caller) {
    ReleaseRow row =
        releases.uses(id).stream()
            .filter(r -> !caller.rolesIn(new EnvironmentId(r.project(), r.environment())).isEmpty())
            .findFirst()
            .orElseThrow(() -> new Refused(new UnknownRelease("The ledger", id)));
    boolean current =
        releases
            .current(row.project(), row.environment())
            .filter(r -> r.release().equals(id))
            .isPresent();
    return presenting.release(row, current);
  }

  @PostMapping(ENVIRONMENT + "/promote")
  ResponseEntity<ReleaseView> promote(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Promotion request,
      Caller caller) {
    String from = Values.required("from", request.from());
    caller.requireReader(new EnvironmentId(project, from));
    long position =
        pointer.promote(
            new EnvironmentId(project, environment),
            from,
            request.releaseId(),
            request.reason(),
            caller.actor());
    return answers.ok(position, () -> current(project, environment, Moments.NOW));
  }

  @PostMapping(ENVIRONMENT + "/rollback")
  ResponseEntity<ReleaseView> rollback(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Rollback request,
      Caller caller) {
    long position =
        pointer.rollBack(
            new EnvironmentId(project, environment),
            Values.required("to", request.to()),
            Values.required("reason", request.reason()),
            caller.actor());
    return answers.ok(position, () -> current(project, environment, Moments.NOW));
  }
}
