package dev.releaseledger.app.rest;

import dev.releaseledger.app.applying.ApplyAnswer;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers to requests to apply, on the wire. */
@Component
class ApplyPresenting {

  private final Rollouts rollouts;
  private final Presenting presenting;
  private final Answers answers;

  ApplyPresenting(Rollouts rollouts, Presenting presenting, Answers answers) {
    this.rollouts = rollouts;
    this.presenting = presenting;
    this.answers = answers;
  }

  record ApplyView(
      String outcome,
      @Nullable PlanView plan,
      @Nullable RolloutView rollout,
      @Nullable String releaseId,
      @Nullable Boolean reused) {}

  ResponseEntity<ApplyView> answer(ApplyAnswer answer, LongSupplier position) {
    return switch (answer) {
      case ApplyAnswer.DryRun dry ->
          ResponseEntity.ok(
              new ApplyView(
                  "dry_run", PlanView.of(dry.draft(), dry.rehearsal()), null, null, null));
      case ApplyAnswer.NothingToDo nothing ->
          ResponseEntity.ok(new ApplyView("nothing_to_do", null, null, nothing.releaseId(), true));
      case ApplyAnswer.Waiting waiting ->
          answers.at(
              HttpStatus.ACCEPTED,
              position.getAsLong(),
              () -> {
                RolloutView rollout = rollout(waiting.rollout());
                return new ApplyView("waiting_for_approval", rollout.plan(), rollout, null, null);
              });
      case ApplyAnswer.Scheduled scheduled ->
          answers.at(
              HttpStatus.ACCEPTED,
              scheduled.position(),
              () -> new ApplyView("scheduled", null, rollout(scheduled.rollout()), null, null));
      case ApplyAnswer.Applying applying ->
          answers.at(
              HttpStatus.ACCEPTED,
              applying.position(),
              () -> {
                RolloutView rollout = rollout(applying.rollout());
                boolean released = rollout.releaseId() != null;
                return new ApplyView(
                    released ? "applied" : "applying", null, rollout, rollout.releaseId(), null);
              });
    };
  }

  private RolloutView rollout(String id) {
    return presenting.whole(rollouts.one(id).orElseThrow());
  }
}
