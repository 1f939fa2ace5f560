package dev.releaseledger.projections.timeline;

import static dev.releaseledger.projections.timeline.Severity.CRITICAL;
import static dev.releaseledger.projections.timeline.Severity.INFO;
import static dev.releaseledger.projections.timeline.Severity.NOTICE;
import static dev.releaseledger.projections.timeline.Severity.WARNING;

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
import dev.releaseledger.domain.environment.ReleaseCause;
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

/** The one place that says how much each event wants to be seen. */
public final class Severities {

  private Severities() {}

  /** Of something that happened to a project. */
  public static Severity of(ProjectEvent event) {
    return switch (event) {
      case ProjectCreated e -> NOTICE;
      case ProjectFrozen e -> WARNING;
      case ProjectUnfrozen e -> NOTICE;
    };
  }

  /** Of something that happened to who may do what. */
  public static Severity of(AccessEvent event) {
    return switch (event) {
      case RoleGranted e -> NOTICE;
      case RoleRevoked e -> NOTICE;
      case MemberAdded e -> NOTICE;
      case MemberRemoved e -> NOTICE;
      case TokenIssued e -> NOTICE;
      case TokenRevoked e -> NOTICE;
      case KeysRecorded e -> NOTICE;
      case AddressesRecorded e -> INFO;
      case ActorErased e -> NOTICE;
      case TextsErased e -> NOTICE;
    };
  }

  /** Of something that happened to who is told what. */
  public static Severity of(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionCreated e -> NOTICE;
      case SubscriptionRemoved e -> NOTICE;
      // Somebody may be waiting to be told.
      case SubscriptionPaused e -> WARNING;
      case SubscriptionResumed e -> NOTICE;
      case SecretRotated e -> NOTICE;
      case DeliveriesReplayed e -> INFO;
    };
  }

  /** Of something that happened to evidence. */
  public static Severity of(EvidenceEvent event) {
    return switch (event) {
      case EvidenceExported e -> NOTICE;
      case StatementLogged e -> INFO;
    };
  }

  /** Of something that happened to the log itself. */
  public static Severity of(LogEvent event) {
    return switch (event) {
      // Whoever verifies has to get the new key before the old one is gone.
      case LogKeyRotated e -> WARNING;
      case LogKeyRetired e -> WARNING;
      case LogFrozen e -> CRITICAL;
      case LogContinued e -> NOTICE;
    };
  }

  /** Of something that happened in an environment. */
  public static Severity of(EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated e -> NOTICE;
      case PolicyAdopted e -> NOTICE;
      case EnvironmentFrozen e -> WARNING;
      case EnvironmentUnfrozen e -> NOTICE;
      case BackupRecorded e -> INFO;
      case PlanProposed e -> NOTICE;
      case PlanApproved e -> NOTICE;
      case ApprovalWithdrawn e -> WARNING;
      case PlanCommented e -> INFO;
      case PlanRejected e -> WARNING;
      case PlanDeferred e -> NOTICE;
      case PlanInvalidated e -> NOTICE;
      case RolloutAborted e -> WARNING;
      case RolloutExpired e -> WARNING;
      case RolloutScheduled e -> NOTICE;
      case RolloutUnscheduled e -> NOTICE;
      case GateWaived e -> WARNING;
      case TicketLinked e -> INFO;
      case TestRecorded e -> e.passed() ? INFO : WARNING;
      case NoteRecorded e -> INFO;
      case BackfillRecorded e -> e.validated() ? NOTICE : WARNING;
      case EmergencyDeclared e -> CRITICAL;
      case EmergencyReviewed e -> e.justified() ? NOTICE : CRITICAL;
      case ApplyRefused e -> WARNING;
      case ApplyStarted e -> NOTICE;
      case ApplyResumed e -> WARNING;
      case StageStarted e -> INFO;
      case StatementApplied e -> INFO;
      case ApplyFailed e -> CRITICAL;
      case ApplySucceeded e -> INFO;
      case DriftCheckPassed e -> INFO;
      case DriftDetected e -> CRITICAL;
      case DriftResolved e -> NOTICE;
      case ReleaseAdvanced e -> e.cause() == ReleaseCause.ROLLBACK ? WARNING : NOTICE;
    };
  }
}
