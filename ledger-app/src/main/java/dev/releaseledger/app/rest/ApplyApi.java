package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.applying.ApplyAnswer;
import dev.releaseledger.app.applying.ApplyRequest;
import dev.releaseledger.app.applying.Applying;
import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planning and applying. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}")
class ApplyApi {

  private final Drafting drafting;
  private final Applying applying;
  private final ApplyPresenting presenting;
  private final Ledger ledger;

  ApplyApi(Drafting drafting, Applying applying, ApplyPresenting presenting, Ledger ledger) {
    this.drafting = drafting;
    this.applying = applying;
    this.presenting = presenting;
    this.ledger = ledger;
  }

  record PlanRequest(@Nullable String ref, @Nullable Boolean rehearse) {}

  record ApplyBody(
      @Nullable String ref,
      @Nullable List<String> only,
      boolean dryRun,
      boolean force,
      boolean emergency,
      @Nullable Instant at,
      @Nullable String backfill,
      @Nullable String trigger,
      @Nullable String reason) {}

  @PostMapping("/plan")
  PlanView plan(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody PlanRequest request) {
    EnvironmentId id = new EnvironmentId(project, environment);
    Draft draft = drafting.draft(id, Values.required("ref", request.ref()));
    Drafting.requireNoDrift(draft);
    boolean rehearse = request.rehearse() == null || request.rehearse();
    return PlanView.of(draft, rehearse ? drafting.rehearse(draft) : null);
  }

  @PostMapping("/apply")
  ResponseEntity<ApplyPresenting.ApplyView> apply(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestBody ApplyBody body,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    if (body.only() != null && !body.only().equals(List.of("schema"))) {
      throw new Refused(
          new InvalidValue("only", "must be [\"schema\"]; there is nothing else yet"));
    }
    String trigger = Values.trigger(body.trigger());
    caller.requireTrigger(trigger);
    if (body.emergency()) {
      caller.requireOnCall(id);
    }
    ApplyAnswer answer =
        applying.apply(
            new ApplyRequest(
                id,
                Values.required("ref", body.ref()),
                new ApplyRequest.Wish(
                    body.dryRun(),
                    body.force(),
                    false,
                    body.emergency(),
                    body.at(),
                    body.backfill()),
                trigger,
                body.reason(),
                caller.actor(),
                caller.roleWordsIn(id)));
    return presenting.answer(answer, () -> ledger.positionOf(id));
  }
}
