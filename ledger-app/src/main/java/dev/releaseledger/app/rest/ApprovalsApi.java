package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.approvals.ApprovalInbox;
import dev.releaseledger.projections.approvals.WaitingPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller's approval. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalsApi {

  private final ApprovalInbox inbox;
  private final Presenting presenting;

  ApprovalsApi(ApprovalInbox inbox, Presenting presenting) {
    this.inbox = inbox;
    this.presenting = presenting;
  }

  record WaitingView(
      String rollout,
      String project,
      String environment,
      String planDigest,
      String ref,
      boolean destructive,
      String requestedBy,
      Instant requestedAt,
      int approvalsGiven,
      int approvalsRequired,
      @Nullable String nextReview) {}

  @GetMapping
  Items<WaitingView> list(Caller caller) {
    return new Items<>(
        inbox.of(caller.actor()).stream()
            .filter(plan -> mayRead(caller, plan))
            .map(this::view)
            .toList());
  }

  private static boolean mayRead(Caller caller, WaitingPlan plan) {
    return !caller.rolesIn(new EnvironmentId(plan.project(), plan.environment())).isEmpty();
  }

  private WaitingView view(WaitingPlan plan) {
    return new WaitingView(
        plan.rollout(),
        plan.project(),
        plan.environment(),
        plan.planDigest(),
        plan.ref(),
        plan.destructive(),
        presenting.actor(plan.requestedBy()),
        plan.requestedAt(),
        plan.approvalsGiven(),
        plan.approvalsRequired(),
        plan.nextReview());
  }
}
