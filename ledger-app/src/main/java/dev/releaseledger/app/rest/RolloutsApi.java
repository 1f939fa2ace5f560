package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.applying.Applying;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentCommand;
import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rollouts, and what people decide about them. */
@RestController
@RequestMapping("/api/v1/rollouts")
class RolloutsApi {

  private static final int MOST = 500;

  private final Rollouts rollouts;
  private final Ledger ledger;
  private final Applying applying;
  private final Presenting presenting;
  private final ApplyPresenting applyPresenting;
  private final Answers answers;
  private final Clock clock;

  RolloutsApi(
      Rollouts rollouts,
      Ledger ledger,
      Applying applying,
      Presenting presenting,
      ApplyPresenting applyPresenting,
      Answers answers,
      Clock clock) {
    this.rollouts = rollouts;
    this.ledger = ledger;
    this.applying = applying;
    this.presenting = presenting;
    this.applyPresenting = applyPresenting;
    this.answers = answers;
    this.clock = clock;
  }

  record Word(@Nullable String digest, @Nullable String reason, @Nullable String until) {}

  @GetMapping
  Items<RolloutView> list(
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "50") int limit) {
    return new Items<>(
        rollouts.list(project, environment, status, Values.limit(limit, MOST)).stream()
            .map(presenting::summary)
            .toList());
  }

  @GetMapping("/{id}")
  RolloutView one(@PathVariable String id) {
    return presenting.whole(row(id));
  }

  @PostMapping("/{id}/approve")
  ResponseEntity<RolloutView> approve(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    RolloutRow row = row(id);
    // Without a digest the approver means the plan as it is shown under this id.
    String digest = word.digest() == null ? row.planDigest() : word.digest();
    return record(
        new ApprovePlan(of(row), id, digest, word.reason(), caller.actor(), clock.instant()), id);
  }

  @PostMapping("/{id}/reject")
  ResponseEntity<RolloutView> reject(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return record(new RejectPlan(of(row(id)), id, reason, caller.actor(), clock.instant()), id);
  }

  @PostMapping("/{id}/defer")
  ResponseEntity<RolloutView> defer(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return record(
        new DeferPlan(of(row(id)), id, reason, date(word.until()), caller.actor(), clock.instant()),
        id);
  }

  @PostMapping("/{id}/abort")
  ResponseEntity<RolloutView> abort(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return record(new AbortRollout(of(row(id)), id, reason, caller.actor(), clock.instant()), id);
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<ApplyPresenting.ApplyView> resume(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    EnvironmentId environment = of(row(id));
    return applyPresenting.answer(
        applying.resume(
            environment, id, caller.role() == Role.ADMIN, word.reason(), caller.actor()),
        () -> ledger.positionOf(environment));
  }

  private ResponseEntity<RolloutView> record(EnvironmentCommand command, String id) {
    return answers.ok(ledger.record(command), () -> presenting.whole(row(id)));
  }

  private RolloutRow row(String id) {
    return rollouts.one(id).orElseThrow(() -> new Refused(new UnknownRollout(id)));
  }

  private static EnvironmentId of(RolloutRow row) {
    return new EnvironmentId(row.project(), row.environment());
  }

  private static @Nullable String date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeParseException e) {
      throw new Refused(new InvalidValue("until", "must be a date such as 2026-12-01"));
    }
  }
}
