package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.governing.Governing;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.project.Projects;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.releasing.PointerMoves;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.environment.Standing;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Environments. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments")
class EnvironmentsApi {

  private static final Set<String> OPEN =
      Arrays.stream(RolloutStatus.values())
          .filter(status -> status.isOpen() || status.isUnderway())
          .map(RolloutStatus::word)
          .collect(Collectors.toUnmodifiableSet());

  private final Projects projects;
  private final Governing governing;
  private final PointerMoves pointer;
  private final Drafting drafting;
  private final Environments environments;
  private final Releases releases;
  private final Rollouts rollouts;
  private final Ledger ledger;
  private final Presenting presenting;
  private final Answers answers;

  EnvironmentsApi(
      Projects projects,
      Governing governing,
      PointerMoves pointer,
      Drafting drafting,
      Environments environments,
      Releases releases,
      Rollouts rollouts,
      Ledger ledger,
      Presenting presenting,
      Answers answers) {
    this.projects = projects;
    this.governing = governing;
    this.pointer = pointer;
    this.drafting = drafting;
    this.environments = environments;
    this.releases = releases;
    this.rollouts = rollouts;
    this.ledger = ledger;
    this.presenting = presenting;
    this.answers = answers;
  }

  record NewEnvironment(
      @Nullable String name,
      @Nullable Map<String, String> urls,
      @Nullable Integer approvals,
      @Nullable String policy) {}

  record Reason(@Nullable String reason) {}

  record Baseline(@Nullable String ref, @Nullable String reason) {}

  record ConnectionView(String name, String url) {}

  record ObligationView(String rollout, String what, @Nullable Instant due) {}

  record EnvironmentView(
      String project,
      String name,
      List<ConnectionView> connections,
      int approvalsRequired,
      boolean frozen,
      @Nullable String freezeReason,
      @Nullable ReleaseView currentRelease,
      String drift,
      @Nullable String openRollout,
      List<ObligationView> obligations,
      long position) {}

  @PostMapping
  ResponseEntity<EnvironmentView> create(
      @PathVariable String project, @RequestBody NewEnvironment request, Caller caller) {
    EnvironmentId id = new EnvironmentId(project, Values.required("name", request.name()));
    Map<String, String> urls = request.urls() == null ? Map.of() : request.urls();
    int approvals = request.approvals() == null ? 0 : request.approvals();
    AdoptPolicy policy =
        request.policy() == null
            ? null
            : governing.adoption(id, request.policy(), null, caller.actor());
    long position = projects.create(id, urls, approvals, policy, caller.actor());
    return answers.at(HttpStatus.CREATED, position, () -> view(id));
  }

  @GetMapping
  Items<EnvironmentView> list(@PathVariable String project, Caller caller) {
    drafting.project(project);
    return new Items<>(
        environments.of(project).stream()
            .filter(row -> !caller.rolesIn(new EnvironmentId(project, row.environment())).isEmpty())
            .map(this::view)
            .toList());
  }

  @GetMapping("/{environment}")
  EnvironmentView one(@PathVariable String project, @PathVariable String environment) {
    return view(new EnvironmentId(project, environment));
  }

  @PostMapping("/{environment}/freeze")
  ResponseEntity<EnvironmentView> freeze(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Reason request,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    String reason = Values.required("reason", request.reason());
    return answers.ok(projects.freeze(id, reason, caller.actor()), () -> view(id));
  }

  @PostMapping("/{environment}/unfreeze")
  ResponseEntity<EnvironmentView> unfreeze(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Reason request,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    String reason = Values.required("reason", request.reason());
    return answers.ok(projects.unfreeze(id, reason, caller.actor()), () -> view(id));
  }

  @PostMapping("/{environment}/baseline")
  ResponseEntity<ReleaseView> baseline(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody Baseline request,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    long position = pointer.baseline(id, request.ref(), request.reason(), caller.actor());
    return answers.ok(
        position,
        () -> presenting.release(releases.current(project, environment).orElseThrow(), true));
  }

  private EnvironmentView view(EnvironmentId id) {
    return view(
        environments
            .one(id.project(), id.environment())
            .orElseThrow(
                () -> new Refused(new UnknownEnvironment(id.project(), id.environment()))));
  }

  private EnvironmentView view(EnvironmentRow row) {
    EnvironmentId id = new EnvironmentId(row.project(), row.environment());
    return new EnvironmentView(
        row.project(),
        row.environment(),
        row.connections().entrySet().stream()
            .map(entry -> new ConnectionView(entry.getKey(), entry.getValue()))
            .toList(),
        row.approvalsRequired(),
        row.freezeReason() != null,
        row.freezeReason(),
        releases
            .current(row.project(), row.environment())
            .map(release -> presenting.release(release, true))
            .orElse(null),
        row.drift(),
        rollouts.list(row.project(), row.environment(), null, 20).stream()
            .filter(rollout -> OPEN.contains(rollout.status()))
            .map(RolloutRow::rollout)
            .findFirst()
            .orElse(null),
        obligations(row),
        ledger.positionOf(id));
  }

  /** What somebody still has to do about changes that have run. */
  private List<ObligationView> obligations(EnvironmentRow row) {
    return rollouts.obliging(row.project(), row.environment()).stream()
        .flatMap(EnvironmentsApi::obligations)
        .map(it -> new ObligationView(it.rollout(), it.what(), it.due()))
        .toList();
  }

  private static Stream<Standing.Obligation> obligations(RolloutRow rollout) {
    String id = rollout.rollout();
    Stream<Standing.Obligation> reviews =
        Stream.ofNullable(rollout.reviewDue()).map(due -> Standing.Obligation.review(id, due));
    Stream<Standing.Obligation> backfills =
        Stream.ofNullable(rollout.backfill())
            .filter(what -> rollout.status().equals(RolloutStatus.BACKFILL_PENDING.word()))
            .map(what -> Standing.Obligation.backfill(id, what));
    return Stream.concat(reviews, backfills);
  }
}
