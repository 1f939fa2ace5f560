package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.access.AccessEvent.ActorErased;
import dev.releaseledger.domain.access.AccessEvent.AddressesRecorded;
import dev.releaseledger.domain.access.AccessEvent.KeysRecorded;
import dev.releaseledger.domain.access.AccessEvent.MemberAdded;
import dev.releaseledger.domain.access.AccessEvent.MemberRemoved;
import dev.releaseledger.domain.access.AccessEvent.RoleGranted;
import dev.releaseledger.domain.access.AccessEvent.RoleRevoked;
import dev.releaseledger.domain.access.AccessEvent.TextsErased;
import dev.releaseledger.domain.access.AccessEvent.TokenIssued;
import dev.releaseledger.domain.access.AccessEvent.TokenRevoked;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;
import dev.releaseledger.domain.log.LogEvent;
import dev.releaseledger.domain.log.LogEvent.LogContinued;
import dev.releaseledger.domain.log.LogEvent.LogFrozen;
import dev.releaseledger.domain.log.LogEvent.LogKeyRetired;
import dev.releaseledger.domain.log.LogEvent.LogKeyRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent.DeliveriesReplayed;
import dev.releaseledger.domain.notice.SubscriptionEvent.SecretRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one place that says every event in words; a sentence is read after its actor's name. */
public final class Sentences {

  private Sentences() {}

  /** What happened, of any family. */
  public static String about(Object event) {
    return switch (event) {
      case ProjectEvent e -> of(e);
      case EnvironmentEvent e -> of(e);
      case AccessEvent e -> of(e);
      case SubscriptionEvent e -> of(e);
      case EvidenceEvent e -> of(e);
      case LogEvent e -> of(e);
      default -> throw new IllegalArgumentException("no words for " + event.getClass());
    };
  }

  /** What happened to a project. */
  public static String of(ProjectEvent event) {
    return switch (event) {
      case ProjectFrozen e -> "froze project %s: %s".formatted(e.project(), e.reason());
      case ProjectUnfrozen e -> "unfroze project %s: %s".formatted(e.project(), e.reason());
      case ProjectCreated e -> "created project %s from %s".formatted(e.project(), e.repository());
    };
  }

  /** What happened to who may do what. */
  public static String of(AccessEvent event) {
    return switch (event) {
      case RoleGranted e ->
          "granted %s %s to %s%s"
              .formatted(
                  e.role(), scope(e), subject(e.subjectKind(), e.subject()), because(e.reason()));
      case RoleRevoked e ->
          "revoked %s %s from %s%s"
              .formatted(
                  e.role(), scope(e), subject(e.subjectKind(), e.subject()), because(e.reason()));
      case MemberAdded e ->
          "added %s to group %s%s".formatted(e.member(), e.group(), because(e.reason()));
      case MemberRemoved e ->
          "removed %s from group %s%s".formatted(e.member(), e.group(), because(e.reason()));
      case TokenIssued e ->
          "issued %s to %s, %s %s%s"
              .formatted(
                  e.token(),
                  e.holder(),
                  e.role() == null ? "with its holder's roles" : "as " + e.role(),
                  scope(e),
                  because(e.reason()));
      case TokenRevoked e ->
          "revoked %s of %s%s".formatted(e.token(), e.holder(), because(e.reason()));
      case KeysRecorded e ->
          "noted %s with which %s signs%s"
              .formatted(count(e.fingerprints().size(), "key"), e.holder(), because(e.reason()));
      case AddressesRecorded e ->
          "recorded %s of %s as an author%s"
              .formatted(count(e.count(), "address", "addresses"), e.holder(), because(e.reason()));
      case ActorErased e -> "erased who %s was%s".formatted(e.holder(), because(e.reason()));
      case TextsErased e ->
          "erased %s%s%s%s"
              .formatted(
                  count(e.digests().size(), "text"),
                  e.position() == null ? "" : " of event #" + e.position(),
                  e.holder() == null ? "" : " of " + e.holder(),
                  because(e.reason()));
    };
  }

  /** What happened to who is told what. */
  public static String of(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionCreated e ->
          "subscribed %s (%s to %s) to %s %s%s"
              .formatted(
                  e.name(), e.channel(), receivers(e), wanted(e), scope(e), because(e.reason()));
      case SubscriptionRemoved e ->
          "removed subscription %s%s".formatted(e.name(), because(e.reason()));
      case SubscriptionPaused e ->
          "paused subscription %s%s".formatted(e.name(), because(e.reason()));
      case SubscriptionResumed e ->
          "resumed subscription %s%s".formatted(e.name(), because(e.reason()));
      case SecretRotated e ->
          "rotated the secret of subscription %s; the one before counts until %s%s"
              .formatted(
                  e.name(), e.previousUntil().truncatedTo(ChronoUnit.SECONDS), because(e.reason()));
      case DeliveriesReplayed e ->
          "had %s of subscription %s sent once more%s"
              .formatted(
                  e.delivery() == null ? "all that was given up" : e.delivery(),
                  e.name(),
                  because(e.reason()));
    };
  }

  /** What happened to evidence. */
  public static String of(EvidenceEvent event) {
    return switch (event) {
      case EvidenceExported e ->
          "exported the evidence of %s%s, proven by the log of %d leaves"
              .formatted(
                  e.release() == null
                      ? "everything" + (e.after() == null ? "" : " since leaf " + e.after())
                      : "release %s, which %s led to".formatted(e.release(), e.rollout()),
                  e.names() ? ", with the names of people" : "",
                  e.size());
      case StatementLogged e -> "had a statement signed and logged, " + e.signed();
    };
  }

  /** What happened to the log itself. */
  public static String of(LogEvent event) {
    return switch (event) {
      case LogKeyRotated e ->
          "had the log signed with another key, %s, and for now with the one before as well%s"
              .formatted(e.key(), because(e.reason()));
      case LogKeyRetired e ->
          "retired a key of the log, %s%s".formatted(e.retired(), because(e.reason()));
      case LogFrozen e ->
          "froze the log, %s%s%s"
              .formatted(
                  e.anchored()
                      ? "of which others keep %d leaves".formatted(e.size())
                      : "which had %d leaves".formatted(e.size()),
                  e.compromised() ? "; nothing behind them is to be believed" : "",
                  because(e.reason()));
      case LogContinued e ->
          "began the log where %s ended, with %d leaves".formatted(e.origin(), e.size());
    };
  }

  private static String receivers(SubscriptionCreated e) {
    return e.recipients() == 0
        ? e.target()
        : count(e.recipients(), "address", "addresses") + " at " + e.target();
  }

  private static String wanted(SubscriptionCreated e) {
    String kinds = e.events().isEmpty() ? "everything" : String.join(", ", e.events());
    return e.severity().equals(Severity.INFO.word())
        ? kinds
        : kinds + " from " + e.severity() + " on";
  }

  private static String scope(AccessEvent event) {
    return scope(event.project(), event.environment());
  }

  private static String scope(SubscriptionEvent event) {
    return scope(event.project(), event.environment());
  }

  private static String scope(@Nullable String project, @Nullable String environment) {
    return project == null
        ? "everywhere"
        : "in " + project + (environment == null ? "" : "/" + environment);
  }

  private static String subject(String kind, String subject) {
    return kind.equals("group") ? "group " + subject : subject;
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
          "proposed "
              + e.rollout()
              + " to "
              + e.environment()
              + ": "
              + count(e.steps(), "step")
              + " at "
              + shortRef(e.ref())
              + (e.destructive().isEmpty()
                  ? ""
                  : ", " + count(e.destructive().size(), "destructive step") + " (forced)");
      case PlanApproved e ->
          "approved "
              + e.rollout()
              + (e.capacities().isEmpty() ? "" : " as " + String.join(", ", e.capacities()))
              + (e.signature() == null ? "" : " (signed)")
              + because(e.reason());
      case ApprovalWithdrawn e ->
          "withdrew %s approval of %s%s"
              .formatted(
                  e.approver() == null ? "the" : e.approver() + "'s",
                  e.rollout(),
                  because(e.reason()));
      case PlanCommented e -> "said of %s: %s".formatted(e.rollout(), e.comment());
      case PlanRejected e -> "rejected %s%s".formatted(e.rollout(), because(e.reason()));
      case PlanDeferred e ->
          "deferred %s%s%s"
              .formatted(
                  e.rollout(),
                  e.nextReview() == null ? "" : " until " + e.nextReview(),
                  because(e.reason()));
      case PlanInvalidated e -> "invalidated %s%s".formatted(e.rollout(), because(e.reason()));
      case RolloutAborted e -> "aborted %s%s".formatted(e.rollout(), because(e.reason()));
      case RolloutExpired e -> "saw %s expire%s".formatted(e.rollout(), because(e.reason()));
      case RolloutScheduled e ->
          "scheduled %s for %s%s".formatted(e.rollout(), e.applyAt(), because(e.reason()));
      case RolloutUnscheduled e ->
          "took %s off the schedule%s".formatted(e.rollout(), because(e.reason()));
      case GateWaived e ->
          "waived the gate %s for %s: %s".formatted(e.gate(), e.rollout(), e.reason());
      case TicketLinked e ->
          "linked %s to %s %s".formatted(e.rollout(), spoken(e.kind()), e.reference());
      case TestRecorded e ->
          "recorded a %s test of %s (%s)"
              .formatted(e.passed() ? "passed" : "failed", e.rollout(), spoken(e.kind()));
      case NoteRecorded e ->
          "wrote down the %s of %s: %s".formatted(spoken(e.kind()), e.rollout(), e.text());
      case BackfillRecorded e ->
          "recorded a backfill of %s (%s)"
              .formatted(e.rollout(), e.validated() ? "validated" : "not right yet");
      case EmergencyDeclared e ->
          "declared an emergency for %s: %s; to be reviewed by %s"
              .formatted(e.rollout(), e.reason(), e.reviewDue());
      case EmergencyReviewed e ->
          "found the emergency of %s %s: %s"
              .formatted(e.rollout(), e.justified() ? "justified" : "not justified", e.reason());
      case BackupRecorded e ->
          "recorded a%s backup of %s, taken at %s"
              .formatted(e.verified() ? " verified" : "n unverified", e.environment(), e.takenAt());
      case ApplyRefused e ->
          "was refused an apply of %s to %s: %s"
              .formatted(e.requestedRef(), e.environment(), e.refusal());
      case ApplyStarted e ->
          "started to apply "
              + e.rollout()
              + " to "
              + e.environment()
              + " (lease "
              + e.fencingToken()
              + ")";
      case ApplyResumed e ->
          "had %s resumed after an interruption (lease %d)"
              .formatted(e.rollout(), e.fencingToken());
      case StageStarted e ->
          "began transaction "
              + e.stage()
              + " of "
              + e.rollout()
              + " on "
              + e.connection()
              + ", "
              + count(e.steps().size(), "statement");
      case StatementApplied e ->
          "committed statement "
              + e.step()
              + " of "
              + e.rollout()
              + " on "
              + e.connection()
              + (e.millis() < 0 ? " (found done)" : " (" + e.millis() + " ms)");
      case ApplyFailed e ->
          "saw %s fail%s on %s: %s%s"
              .formatted(
                  e.rollout(),
                  e.step() == 0 ? "" : " at statement " + e.step(),
                  e.connection(),
                  e.message(),
                  e.rolledBack() ? "; it was rolled back" : "");
      case ApplySucceeded e -> "applied " + e.rollout() + " to " + e.environment();
      case DriftCheckPassed e ->
          "found no drift in " + e.environment() + " (" + occasion(e.check()) + ")";
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
    String pointer = e.environment() + " to release " + e.release();
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
    return count(number, thing, thing + "s");
  }

  private static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  private static String spoken(String kind) {
    return kind.replace('-', ' ');
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  private static String shortRef(String ref) {
    return ref.length() > 12 ? ref.substring(0, 12) : ref;
  }
}
