package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import org.jspecify.annotations.Nullable;

/** The one place that says every event in words; a sentence is read after its actor's name. */
public final class Sentences {

  private Sentences() {}

  /** What happened to a project. */
  public static String of(ProjectEvent event) {
    return switch (event) {
      case ProjectCreated e -> "created project %s from %s".formatted(e.project(), e.repository());
    };
  }

  /** What happened in an environment. */
  public static String of(EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated e ->
          "created environment %s, %s".formatted(e.environment(), approvals(e.approvalsRequired()));
      case PolicyAdopted e ->
          "adopted policy version %d of %s, marked %s, %s%s"
              .formatted(
                  e.version(),
                  e.environment(),
                  e.marked(),
                  approvals(e.approvalsRequired()),
                  because(e.reason()));
      case EnvironmentFrozen e -> "froze %s: %s".formatted(e.environment(), e.reason());
      case EnvironmentUnfrozen e -> "unfroze %s: %s".formatted(e.environment(), e.reason());
      case PlanProposed e ->
          "proposed %s to %s: %s at %s%s"
              .formatted(
                  e.rollout(),
                  e.environment(),
                  count(e.steps(), "step"),
                  shortRef(e.ref()),
                  e.destructive().isEmpty()
                      ? ""
                      : ", " + count(e.destructive().size(), "destructive step") + " (forced)");
      case PlanApproved e -> "approved %s%s".formatted(e.rollout(), because(e.reason()));
      case PlanRejected e -> "rejected %s%s".formatted(e.rollout(), because(e.reason()));
      case PlanDeferred e ->
          "deferred %s%s%s"
              .formatted(
                  e.rollout(),
                  e.nextReview() == null ? "" : " until " + e.nextReview(),
                  because(e.reason()));
      case PlanInvalidated e -> "invalidated %s%s".formatted(e.rollout(), because(e.reason()));
      case RolloutAborted e -> "aborted %s%s".formatted(e.rollout(), because(e.reason()));
      case ApplyRefused e ->
          "was refused an apply of %s to %s: %s"
              .formatted(e.requestedRef(), e.environment(), e.refusal());
      case ApplyStarted e ->
          "started to apply %s to %s (lease %d)"
              .formatted(e.rollout(), e.environment(), e.fencingToken());
      case ApplyResumed e ->
          "had %s resumed after an interruption (lease %d)"
              .formatted(e.rollout(), e.fencingToken());
      case StageStarted e ->
          "began transaction %d of %s on %s, %s"
              .formatted(
                  e.stage(), e.rollout(), e.connection(), count(e.steps().size(), "statement"));
      case StatementApplied e ->
          "committed statement %d of %s on %s%s"
              .formatted(
                  e.step(),
                  e.rollout(),
                  e.connection(),
                  e.millis() < 0 ? " (found done)" : " (" + e.millis() + " ms)");
      case ApplyFailed e ->
          "saw %s fail%s on %s: %s%s"
              .formatted(
                  e.rollout(),
                  e.step() == 0 ? "" : " at statement " + e.step(),
                  e.connection(),
                  e.message(),
                  e.rolledBack() ? "; it was rolled back" : "");
      case ApplySucceeded e -> "applied %s to %s".formatted(e.rollout(), e.environment());
      case DriftCheckPassed e ->
          "found no drift in %s (%s)".formatted(e.environment(), occasion(e.check()));
      case DriftDetected e ->
          "found drift in %s (%s), %s: %s"
              .formatted(
                  e.environment(),
                  occasion(e.check()),
                  count(e.differenceCount(), "difference"),
                  String.join("; ", e.differences().stream().limit(3).toList()));
      case DriftResolved e -> "saw the drift in %s resolved".formatted(e.environment());
      case ReleaseAdvanced e -> released(e);
    };
  }

  private static String released(ReleaseAdvanced e) {
    String pointer = "%s to release %s".formatted(e.environment(), e.release());
    return switch (e.cause()) {
      case APPLY -> "advanced " + pointer;
      case BASELINE -> "baselined " + pointer;
      case PROMOTE -> "promoted " + pointer;
      case ROLLBACK -> "moved the pointer of " + pointer + " back" + because(e.reason());
    };
  }

  private static String occasion(DriftCheck check) {
    return switch (check) {
      case PREFLIGHT -> "before applying";
      case POST_APPLY -> "after applying";
      case REQUESTED -> "on request";
      case PROMOTION -> "before promoting";
    };
  }

  private static String approvals(int required) {
    return required == 0 ? "no approval required" : count(required, "approval") + " required";
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  private static String shortRef(String ref) {
    return ref.length() > 12 ? ref.substring(0, 12) : ref;
  }
}
