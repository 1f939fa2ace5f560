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
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
import dev.releaseledger.domain.record.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what each event is about, where that is one thing besides its project,
 * its environment and its rollout.
 */
public final class Subjects {

  private Subjects() {}

  /** Of something that happened to a project. */
  public static @Nullable String of(ProjectEvent event) {
    return switch (event) {
      case ProjectCreated e -> e.repository();
      case ProjectFrozen e -> null;
      case ProjectUnfrozen e -> null;
    };
  }

  /** Of something that happened to who may do what. */
  public static @Nullable String of(AccessEvent event) {
    return switch (event) {
      case RoleGranted e -> e.subject();
      case RoleRevoked e -> e.subject();
      case MemberAdded e -> e.group();
      case MemberRemoved e -> e.group();
      case TokenIssued e -> e.token();
      case TokenRevoked e -> e.token();
      case KeysRecorded e -> e.holder();
      case AddressesRecorded e -> e.holder();
      case ActorErased e -> e.holder();
      case TextsErased e -> e.holder();
    };
  }

  /** Of something that happened to who is told what. */
  public static String of(SubscriptionEvent event) {
    return event.subscription();
  }

  /** Of something that happened to evidence. */
  public static String of(EvidenceEvent event) {
    return switch (event) {
      case EvidenceExported e -> e.release() == null ? e.statement() : e.release();
      case StatementLogged e -> e.signed();
    };
  }

  /** The project that evidence is about, or null. */
  public static @Nullable String projectOf(EvidenceEvent event) {
    return event instanceof EvidenceExported exported ? exported.project() : null;
  }

  /** The environment that evidence is about, or null. */
  public static @Nullable String environmentOf(EvidenceEvent event) {
    return event instanceof EvidenceExported exported ? exported.environment() : null;
  }

  /** The rollout that evidence is about, or null. */
  public static @Nullable String rolloutOf(EvidenceEvent event) {
    return event instanceof EvidenceExported exported ? exported.rollout() : null;
  }

  /** Of something that happened to the log itself. */
  public static String of(LogEvent event) {
    return switch (event) {
      case LogKeyRotated e -> e.key();
      case LogKeyRetired e -> e.retired();
      case LogFrozen e -> e.origin();
      case LogContinued e -> e.origin();
    };
  }

  /** Of something that happened in an environment. */
  public static @Nullable String of(EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated e -> null;
      case PolicyAdopted e -> e.policy();
      case EnvironmentFrozen e -> null;
      case EnvironmentUnfrozen e -> null;
      case BackupRecorded e -> e.location();
      case PlanProposed e -> e.planDigest();
      case PlanApproved e -> e.planDigest();
      case ApprovalWithdrawn e -> e.whose();
      case PlanCommented e -> null;
      case PlanRejected e -> null;
      case PlanDeferred e -> null;
      case PlanInvalidated e -> null;
      case RolloutAborted e -> null;
      case RolloutExpired e -> null;
      case RolloutScheduled e -> null;
      case RolloutUnscheduled e -> null;
      case GateWaived e -> e.gate();
      case TicketLinked e -> e.reference();
      case TestRecorded e -> e.kind();
      case NoteRecorded e -> e.kind();
      case BackfillRecorded e -> null;
      case EmergencyDeclared e -> null;
      case EmergencyReviewed e -> null;
      case ApplyRefused e -> e.refusal();
      case ApplyStarted e -> e.planDigest();
      case ApplyResumed e -> null;
      case StageStarted e -> null;
      case StatementApplied e -> null;
      case ApplyFailed e -> e.connection();
      case ApplySucceeded e -> null;
      case DriftCheckPassed e -> null;
      case DriftDetected e -> e.report();
      case DriftResolved e -> null;
      case ReleaseAdvanced e -> e.release();
    };
  }

  /** The rollout that something in an environment belongs to, if it belongs to one. */
  public static @Nullable String rolloutOf(EnvironmentEvent event) {
    return Dossier.rolloutOf(event);
  }
}
