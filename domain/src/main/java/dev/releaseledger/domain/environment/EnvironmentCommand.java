package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.policy.Policy.Emergency;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What can be asked of an environment. */
public sealed interface EnvironmentCommand {

  EnvironmentId id();

  /** Who asks, as an actor id. */
  String actor();

  /** When; decisions do not read clocks. */
  Instant at();

  /** A command of the runner that holds the lease of an apply. */
  sealed interface OfRunner extends EnvironmentCommand {
    String rollout();

    long fencingToken();
  }

  /**
   * Bring a stage of a project under the ledger.
   *
   * @param policy the rules it has from the beginning, or null where it adopts none
   */
  record CreateEnvironment(
      EnvironmentId id,
      SortedMap<String, String> connections,
      int approvalsRequired,
      @Nullable AdoptPolicy policy,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /**
   * Let other rules hold from now on.
   *
   * @param policy the artifact of the rules
   * @param document the artifact of their text
   */
  record AdoptPolicy(
      EnvironmentId id,
      String policy,
      String document,
      String marked,
      int approvalsRequired,
      @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Let nothing be applied from now on. */
  record FreezeEnvironment(EnvironmentId id, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Let things be applied again. */
  record UnfreezeEnvironment(EnvironmentId id, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Adopt what the database is as the environment's release. */
  record BaselineEnvironment(
      EnvironmentId id, Release release, @Nullable String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /**
   * Put a plan before the environment.
   *
   * @param policy the digest of the rules it was made under, or null where none were adopted
   * @param approvalsNeeded how many approvals the plan itself asks for
   * @param review the artifact of what the policy says to it, or null where it says nothing
   * @param terms what it needs to be approved, and where it comes from
   */
  record ProposePlan(
      EnvironmentId id,
      String rollout,
      String planDigest,
      String ref,
      String requestedRef,
      Instant committedAt,
      SortedMap<String, String> base,
      SortedMap<String, String> target,
      SortedMap<String, String> snapshots,
      String rehearsal,
      int steps,
      List<String> destructive,
      boolean forced,
      @Nullable String policy,
      int approvalsNeeded,
      @Nullable String review,
      Terms terms,
      String trigger,
      @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /**
   * Say yes to a plan, named by its digest.
   *
   * @param separation the parts that the policy keeps apart
   * @param identified whether the ledger knows under which addresses this actor commits
   * @param selves the actors that are the same person, by their addresses, and this one
   * @param authors the actors who wrote the commits, as they are known now
   * @param capacities in which of the capacities that the policy names
   */
  record ApprovePlan(
      EnvironmentId id,
      String rollout,
      String planDigest,
      @Nullable String reason,
      List<Separation> separation,
      boolean identified,
      Set<String> selves,
      List<String> authors,
      List<String> capacities,
      @Nullable String reference,
      @Nullable String channel,
      @Nullable Signature signature,
      String actor,
      Instant at)
      implements EnvironmentCommand {
    public ApprovePlan {
      separation = List.copyOf(separation);
      selves = Set.copyOf(selves);
      authors = List.copyOf(authors);
      capacities = List.copyOf(capacities);
    }
  }

  /**
   * Take back a yes.
   *
   * @param approver whose it is
   */
  record WithdrawApproval(
      EnvironmentId id, String rollout, String reason, String approver, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Say something about a plan. */
  record CommentPlan(EnvironmentId id, String rollout, String comment, String actor, Instant at)
      implements EnvironmentCommand {}

  /** End a rollout whose approvals have lapsed. */
  record ExpireRollout(EnvironmentId id, String rollout, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Let an approved plan run at a time. */
  record ScheduleRollout(
      EnvironmentId id,
      String rollout,
      Instant applyAt,
      String trigger,
      @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Let a scheduled plan wait again. */
  record UnscheduleRollout(
      EnvironmentId id, String rollout, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Open a gate for one plan. */
  record WaiveGate(
      EnvironmentId id,
      String rollout,
      String gate,
      String reason,
      @Nullable String reference,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Say where a change comes from. */
  record LinkTicket(
      EnvironmentId id, String rollout, LinkKind kind, String reference, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Record a test of a change. */
  record RecordTest(
      EnvironmentId id,
      String rollout,
      TestKind kind,
      boolean passed,
      @Nullable String reference,
      @Nullable String note,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Write down what has to be known about a change. */
  record RecordNote(
      EnvironmentId id,
      String rollout,
      NoteKind kind,
      String text,
      @Nullable String reference,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Record what was filled in after a change, and whether it is right. */
  record RecordBackfill(
      EnvironmentId id,
      String rollout,
      boolean validated,
      @Nullable Long rows,
      @Nullable String reference,
      @Nullable String note,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Let a plan past the gates, because there is no time. */
  record DeclareEmergency(
      EnvironmentId id,
      String rollout,
      Emergency emergency,
      String reason,
      @Nullable String reference,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Look at an emergency afterwards. */
  record ReviewEmergency(
      EnvironmentId id, String rollout, boolean justified, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Record a backup of the databases. */
  record RecordBackup(
      EnvironmentId id,
      String location,
      Instant takenAt,
      boolean verified,
      @Nullable Instant restoreTestedAt,
      @Nullable String note,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Say no to a plan. */
  record RejectPlan(
      EnvironmentId id,
      String rollout,
      String reason,
      @Nullable String reference,
      @Nullable String channel,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Say not now. */
  record DeferPlan(
      EnvironmentId id,
      String rollout,
      String reason,
      @Nullable String nextReview,
      @Nullable String reference,
      @Nullable String channel,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Record that a plan is not the plan any more. */
  record InvalidatePlan(EnvironmentId id, String rollout, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Give a rollout up before it runs. */
  record AbortRollout(EnvironmentId id, String rollout, String reason, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Record that an apply was asked for and refused. */
  record RecordRefusedApply(
      EnvironmentId id,
      @Nullable String rollout,
      String requestedRef,
      String refusal,
      String detail,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /**
   * Take the lease and begin.
   *
   * @param circumstances what the gates are judged by, besides what the environment knows itself
   * @param emergency whether somebody on call asks for it past the gates, now
   */
  record StartApply(
      EnvironmentId id,
      String rollout,
      String planDigest,
      Circumstances circumstances,
      boolean emergency,
      String executor,
      String trigger,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Take the lease of an apply whose runner is gone. */
  record ResumeApply(EnvironmentId id, String rollout, String executor, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Record the intent to run the statements of one transaction. */
  record StartStage(
      EnvironmentId id,
      String rollout,
      long fencingToken,
      String connection,
      int stage,
      boolean transactional,
      List<Integer> steps,
      String actor,
      Instant at)
      implements OfRunner {}

  /** Record that the statements of one transaction are committed. */
  record CompleteStage(
      EnvironmentId id,
      String rollout,
      long fencingToken,
      String connection,
      int stage,
      List<AppliedStatement> statements,
      String actor,
      Instant at)
      implements OfRunner {
    public CompleteStage {
      statements = List.copyOf(statements);
    }
  }

  /** A committed statement: its step, the SHA-256 of its text, and how long it ran. */
  record AppliedStatement(int step, String sqlDigest, long millis) {}

  /**
   * Record that the apply came to an end without arriving.
   *
   * @param takenBack the steps of earlier stages that were taken back, in this order
   */
  record FailApply(
      EnvironmentId id,
      String rollout,
      long fencingToken,
      String connection,
      int stage,
      int step,
      @Nullable String sqlState,
      String message,
      boolean rolledBack,
      List<Integer> takenBack,
      SortedMap<String, String> reached,
      String actor,
      Instant at)
      implements OfRunner {
    public FailApply {
      takenBack = List.copyOf(takenBack);
    }
  }

  /** Record that every statement is committed. */
  record SucceedApply(EnvironmentId id, String rollout, long fencingToken, String actor, Instant at)
      implements OfRunner {}

  /**
   * Record what a comparison of the database with its expected schema found.
   *
   * @param expected the expected fingerprints
   * @param observed the fingerprints that were read
   * @param differences one sentence each; empty exactly when all fingerprints are equal
   * @param report the artifact with all differences, or null when there are none
   */
  record RecordDriftCheck(
      EnvironmentId id,
      @Nullable String rollout,
      DriftCheck check,
      SortedMap<String, String> expected,
      SortedMap<String, String> observed,
      List<String> differences,
      @Nullable String report,
      String actor,
      Instant at)
      implements EnvironmentCommand {
    public RecordDriftCheck {
      differences = List.copyOf(differences);
    }
  }

  /** Make the verified schema of a rollout the environment's release. */
  record AdvanceRelease(EnvironmentId id, String rollout, String actor, Instant at)
      implements EnvironmentCommand {}

  /** Make a release current whose schema the database already has. */
  record AdoptRelease(
      EnvironmentId id,
      Release release,
      ReleaseCause cause,
      SortedMap<String, String> observed,
      @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentCommand {}

  /** Move the pointer back to a release the environment had before; the schema stays. */
  record RollBackRelease(EnvironmentId id, String to, String reason, String actor, Instant at)
      implements EnvironmentCommand {}
}
