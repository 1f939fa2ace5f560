package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.SigningKeys;
import dev.releaseledger.app.governing.Approving;
import dev.releaseledger.app.port.Signatures;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.ServiceDecides;
import dev.releaseledger.domain.environment.EnvironmentCommand.CommentPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ReviewEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.WithdrawApproval;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide about plans. */
@RestController
@RequestMapping("/api/v1/rollouts/{id}")
class DecisionsApi {

  private final RolloutCalls rollouts;
  private final Approving approving;
  private final Signatures signatures;
  private final SigningKeys keys;
  private final Actors actors;
  private final Clock clock;

  DecisionsApi(
      RolloutCalls rollouts,
      Approving approving,
      Signatures signatures,
      SigningKeys keys,
      Actors actors,
      Clock clock) {
    this.rollouts = rollouts;
    this.approving = approving;
    this.signatures = signatures;
    this.keys = keys;
    this.actors = actors;
    this.clock = clock;
  }

  record Approval(
      @Nullable String digest,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable String channel,
      @Nullable String signature) {}

  record Withdrawal(@Nullable String reason, @Nullable String of) {}

  record Word(
      @Nullable String reason,
      @Nullable String until,
      @Nullable String reference,
      @Nullable String channel) {}

  record Comment(@Nullable String comment) {}

  record Review(@Nullable Boolean justified, @Nullable String reason) {}

  @PostMapping("/approve")
  ResponseEntity<RolloutView> approve(
      @PathVariable String id, @RequestBody Approval approval, Caller caller) {
    // Without a digest the approver means the plan as it is shown under this id.
    String digest = approval.digest() == null ? rollouts.row(id).planDigest() : approval.digest();
    Approving.Yes yes =
        new Approving.Yes(
            id,
            digest,
            approval.reason(),
            approval.reference(),
            approval.channel(),
            signature(approval.signature(), digest, caller),
            caller.actor(),
            caller.groups());
    return rollouts.answer(approving.approve(rollouts.environmentOf(id), yes), id);
  }

  private @Nullable Signature signature(@Nullable String armored, String digest, Caller caller) {
    return armored == null ? null : signatures.verify(armored, digest, keys.of(caller.actor()));
  }

  @PostMapping("/withdraw")
  ResponseEntity<RolloutView> withdraw(
      @PathVariable String id, @RequestBody Withdrawal word, Caller caller) {
    EnvironmentId environment = rollouts.environmentOf(id);
    String reason = Values.required("reason", word.reason());
    String approver = caller.actor();
    if (word.of() != null) {
      caller.requireAdmin(environment);
      approver = actors.require(word.of());
    }
    return rollouts.record(
        new WithdrawApproval(environment, id, reason, approver, caller.actor(), clock.instant()),
        id);
  }

  @PostMapping("/comment")
  ResponseEntity<RolloutView> comment(
      @PathVariable String id, @RequestBody Comment comment, Caller caller) {
    String text = Values.required("comment", comment.comment());
    return rollouts.record(
        new CommentPlan(rollouts.environmentOf(id), id, text, caller.actor(), clock.instant()), id);
  }

  @PostMapping("/reject")
  ResponseEntity<RolloutView> reject(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return rollouts.record(
        new RejectPlan(
            rollouts.environmentOf(id),
            id,
            reason,
            word.reference(),
            word.channel(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/defer")
  ResponseEntity<RolloutView> defer(
      @PathVariable String id, @RequestBody Word word, Caller caller) {
    String reason = Values.required("reason", word.reason());
    return rollouts.record(
        new DeferPlan(
            rollouts.environmentOf(id),
            id,
            reason,
            date(word.until()),
            word.reference(),
            word.channel(),
            caller.actor(),
            clock.instant()),
        id);
  }

  @PostMapping("/review")
  ResponseEntity<RolloutView> review(
      @PathVariable String id, @RequestBody Review review, Caller caller) {
    boolean justified = Values.given("justified", review.justified());
    String reason = Values.required("reason", review.reason());
    if (actors.isService(caller.actor())) {
      throw new Refused(new ServiceDecides(caller.name()));
    }
    return rollouts.record(
        new ReviewEmergency(
            rollouts.environmentOf(id), id, justified, reason, caller.actor(), clock.instant()),
        id);
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
