package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.applying.Applying;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.ScheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnscheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.PlanRefusal.ForceNeedsAdmin;
import dev.releaseledger.domain.policy.PlanRefusal.ImplicitApply;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rollouts, and how they run. */
@RestController
@RequestMapping("/api/v1/rollouts")
class RolloutsApi {

  private static final int MOST = 500;

  private final RolloutCalls calls;
  private final Rollouts rollouts;
  private final Drafting drafting;
  private final Ledger ledger;
  private final Applying applying;
  private final Presenting presenting;
  private final ApplyPresenting applyPresenting;
  private final Scopes scopes;
  private final Clock clock;

  RolloutsApi(
      RolloutCalls calls,
      Rollouts rollouts,
      Drafting drafting,
      Ledger ledger,
      Applying applying,
      Presenting presenting,
      ApplyPresenting applyPresenting,
      Scopes scopes,
      Clock clock) {
    this.calls = calls;
    this.rollouts = rollouts;
    this.drafting = drafting;
    this.ledger = ledger;
    this.applying = applying;
    this.presenting = presenting;
    this.applyPresenting = applyPresenting;
    this.scopes = scopes;
    this.clock = clock;
  }

  record Word(@Nullable String reason, @Nullable String trigger) {}

  record Time(@Nullable Instant at, @Nullable String trigger, @Nullable String reason) {}

  @GetMapping
  Items<RolloutView> list(
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return new Items<>(
        rollouts
            .list(project, environment, status, scopes.sightOf(caller), Values.limit(limit, MOST))
            .stream()
            .map(presenting::summary)
            .toList());
  }

  @GetMapping("/{id}")
  RolloutView one(@PathVariable String id) {
    return calls.view(id);
  }

  @PostMapping("/{id}/abort")
  ResponseEntity<RolloutView> abort(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return calls.record(
        new AbortRollout(calls.environmentOf(id), id, reason, caller.actor(), clock.instant()), id);
  }

  @PostMapping("/{id}/schedule")
  ResponseEntity<RolloutView> schedule(
      @PathVariable String id, @RequestBody Time time, Caller caller) {
    EnvironmentId environment = calls.environmentOf(id);
    requireForce(environment, id, caller.roleWordsIn(environment));
    return calls.record(
        new ScheduleRollout(
            environment,
            id,
            Values.given("at", time.at()),
            trigger(time.trigger(), caller),
            time.reason(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/{id}/unschedule")
  ResponseEntity<RolloutView> unschedule(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return calls.record(
        new UnscheduleRollout(calls.environmentOf(id), id, reason, caller.actor(), clock.instant()),
        id);
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<ApplyPresenting.ApplyView> resume(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    return goOn(id, word, caller, false);
  }

  @PostMapping("/{id}/emergency")
  ResponseEntity<ApplyPresenting.ApplyView> emergency(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    Values.required("reason", word.reason());
    return goOn(id, word, caller, true);
  }

  private ResponseEntity<ApplyPresenting.ApplyView> goOn(
      String id, Word word, Caller caller, boolean emergency) {
    EnvironmentId environment = calls.environmentOf(id);
    String trigger = trigger(word.trigger(), caller);
    Applying.Going going =
        new Applying.Going(
            trigger, emergency, word.reason(), caller.actor(), caller.roleWordsIn(environment));
    return applyPresenting.answer(
        applying.resume(environment, id, going), () -> ledger.positionOf(environment));
  }

  private static String trigger(@Nullable String word, Caller caller) {
    String trigger = Values.trigger(word);
    if (trigger.equals("deploy")) {
      throw new Refused(new ImplicitApply(trigger));
    }
    caller.requireTrigger(trigger);
    return trigger;
  }

  /** Who lets a loss happen later has to be one who may let it happen now. */
  private void requireForce(EnvironmentId id, String rollout, Set<String> roles) {
    List<String> forcing = drafting.policy(drafting.environment(id)).force();
    boolean forced =
        ledger
            .environment(id)
            .flatMap(environment -> environment.rollout(rollout))
            .filter(found -> found.proposal().forced())
            .isPresent();
    if (forced && forcing.stream().noneMatch(roles::contains)) {
      throw new Refused(new ForceNeedsAdmin(forcing));
    }
  }
}
