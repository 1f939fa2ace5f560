package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.privacy.FreeText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one environment; the whole life of its rollouts is in this file.
 *
 * <p>Events carry plain words and numbers, so that their stored form outlives the code. Large
 * things (plans, schemas, drift reports) are artifacts; events carry their digests.
 */
public sealed interface EnvironmentEvent {

  String project();

  String environment();

  /** Who did it or on whose behalf it ran, as an actor id. */
  String actor();

  Instant at();

  /** An event in the life of one rollout. */
  sealed interface OfRollout extends EnvironmentEvent {
    String rollout();
  }

  /** A database, or several, came under the ledger as one stage of a project. */
  record EnvironmentCreated(
      String project,
      String environment,
      SortedMap<String, String> connections,
      int approvalsRequired,
      String actor,
      Instant at)
      implements EnvironmentEvent {
    public EnvironmentCreated {
      connections = copy(connections);
    }
  }

  /**
   * From here on these rules hold.
   *
   * @param version how many policies the environment has adopted, with this one
   * @param policy the artifact of the rules, every one of them spelled out
   * @param document the artifact of the text they were written in
   * @param marked what the environment is for: {@code development} or {@code production}
   */
  record PolicyAdopted(
      String project,
      String environment,
      int version,
      String policy,
      String document,
      String marked,
      int approvalsRequired,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentEvent {}

  /** From here on nothing is applied. */
  record EnvironmentFrozen(
      String project, String environment, @FreeText String reason, String actor, Instant at)
      implements EnvironmentEvent {}

  /** Applying is possible again. */
  record EnvironmentUnfrozen(
      String project, String environment, @FreeText String reason, String actor, Instant at)
      implements EnvironmentEvent {}

  /**
   * A plan was made, rehearsed, and put before the environment.
   *
   * @param ref the full commit id
   * @param requestedRef the branch, tag or abbreviation that was asked for
   * @param base the fingerprint of each connection the plan starts from
   * @param target the fingerprint of each connection the plan leads to
   * @param snapshots the artifact of each connection's declared schema
   * @param rehearsal the artifact of what the rehearsal found
   * @param destructive the operations that take something away
   * @param forced whether the proposer said that they are meant
   * @param review the artifact of what the policy said to the plan, or null where it said nothing
   * @param terms what it needs to be approved, or null where it is older than such terms
   */
  record PlanProposed(
      String project,
      String environment,
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
      int approvalsRequired,
      @Nullable String review,
      @Nullable Terms terms,
      String trigger,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements OfRollout {
    public PlanProposed {
      base = copy(base);
      target = copy(target);
      snapshots = copy(snapshots);
      destructive = List.copyOf(destructive);
    }
  }

  /**
   * What a plan needs to be approved, and where it comes from.
   *
   * @param capacities how many of the approvals are needed in which capacity
   * @param signed whether each has to be signed
   * @param validForHours how long each holds, or null
   * @param descends whether the ref descends from the current release's commit
   * @param authors who wrote the commits since the current release, as far as the ledger knows them
   * @param impact the artifact of what the plan does
   * @param backfill what has to be filled in once it is released, or null
   */
  record Terms(
      SortedMap<String, Integer> capacities,
      boolean signed,
      @Nullable Integer validForHours,
      boolean descends,
      List<String> authors,
      @Nullable String impact,
      @Nullable String backfill) {
    public Terms {
      capacities = Collections.unmodifiableSortedMap(new TreeMap<>(capacities));
      authors = List.copyOf(authors);
    }

    /** The terms of a plan that has none of its own. */
    public static final Terms NONE =
        new Terms(new TreeMap<>(), false, null, true, List.of(), null, null);
  }

  /**
   * Somebody said yes to exactly this plan.
   *
   * @param capacities in which of the capacities that the policy names
   * @param complete whether it has all the approvals that it needs now; null in old entries, whose
   *     approvals are only counted
   * @param reference where the decision is written down, such as a pull request
   * @param channel where it was made, such as a meeting
   * @param signature the approver's signature of the digest, or null
   */
  record PlanApproved(
      String project,
      String environment,
      String rollout,
      String planDigest,
      @FreeText @Nullable String reason,
      List<String> capacities,
      @Nullable Boolean complete,
      @Nullable String reference,
      @Nullable String channel,
      @Nullable Signature signature,
      String actor,
      Instant at)
      implements OfRollout {
    public PlanApproved {
      capacities = orNone(capacities);
    }
  }

  /**
   * A signature of a plan's digest.
   *
   * @param key the fingerprint of the key, as {@code ssh-keygen -l} tells it
   * @param armored the signature as {@code ssh-keygen -Y sign} writes it
   */
  record Signature(String key, String armored) {}

  /**
   * A yes was taken back, by who had given it or by an admin.
   *
   * @param approver whose it was, or null where it was the actor's own
   * @param complete whether the plan has all the approvals that it needs all the same
   */
  record ApprovalWithdrawn(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      @Nullable String approver,
      boolean complete,
      String actor,
      Instant at)
      implements OfRollout {
    /** Whose approval it was. */
    public String whose() {
      return approver == null ? actor : approver;
    }
  }

  /** Somebody said something about a plan. */
  record PlanCommented(
      String project,
      String environment,
      String rollout,
      @FreeText String comment,
      String actor,
      Instant at)
      implements OfRollout {}

  /** Approvals lapsed before the plan ran; it has to be made anew. */
  record RolloutExpired(
      String project, String environment, String rollout, String reason, String actor, Instant at)
      implements OfRollout {}

  /**
   * An approved plan is to run at a time that somebody chose, and on their behalf.
   *
   * @param trigger how they set it off
   */
  record RolloutScheduled(
      String project,
      String environment,
      String rollout,
      Instant applyAt,
      String trigger,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements OfRollout {}

  /** A plan is not to run at the chosen time any more; it stays approved. */
  record RolloutUnscheduled(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      String actor,
      Instant at)
      implements OfRollout {}

  /** A gate was opened for one plan by somebody who answers for that. */
  record GateWaived(
      String project,
      String environment,
      String rollout,
      String gate,
      @FreeText String reason,
      @Nullable String reference,
      String actor,
      Instant at)
      implements OfRollout {}

  /** A change belongs to a ticket or a pull request. */
  record TicketLinked(
      String project,
      String environment,
      String rollout,
      String kind,
      String reference,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * Somebody tested a change.
   *
   * @param kind what was tested, such as {@code local-validation}
   * @param reference where the log is, or null
   */
  record TestRecorded(
      String project,
      String environment,
      String rollout,
      String kind,
      boolean passed,
      @Nullable String reference,
      @FreeText @Nullable String note,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * Somebody wrote down what has to be known about a change.
   *
   * @param kind what it is about, such as {@code recovery}
   * @param reference where more is written, or null
   */
  record NoteRecorded(
      String project,
      String environment,
      String rollout,
      String kind,
      @FreeText String text,
      @Nullable String reference,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * What had to be filled in after a change was, or was looked at.
   *
   * @param validated whether what is there now is right; only then the change is complete
   * @param rows how many rows were written, or null
   */
  record BackfillRecorded(
      String project,
      String environment,
      String rollout,
      boolean validated,
      @Nullable Long rows,
      @Nullable String reference,
      @FreeText @Nullable String note,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * Somebody let a plan past the gates because there was no time; another has to look at it.
   *
   * @param reviewDue by when
   */
  record EmergencyDeclared(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      @Nullable String reference,
      Instant reviewDue,
      String actor,
      Instant at)
      implements OfRollout {}

  /** Somebody looked at an emergency afterwards. */
  record EmergencyReviewed(
      String project,
      String environment,
      String rollout,
      boolean justified,
      @FreeText String reason,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * A backup of the environment's databases.
   *
   * @param location where it is, without credentials
   * @param takenAt the state of the databases that it holds
   * @param verified whether somebody made sure that it is whole
   * @param restoreTestedAt when one was last restored from, or null
   */
  record BackupRecorded(
      String project,
      String environment,
      String location,
      Instant takenAt,
      boolean verified,
      @Nullable Instant restoreTestedAt,
      @FreeText @Nullable String note,
      String actor,
      Instant at)
      implements EnvironmentEvent {}

  /**
   * Somebody said no; the rollout is over.
   *
   * @param reference where the decision is written down, or null
   * @param channel where it was made, or null
   */
  record PlanRejected(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      @Nullable String reference,
      @Nullable String channel,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * Somebody said not now; the rollout stays open.
   *
   * @param reference where the decision is written down, or null
   * @param channel where it was made, or null
   */
  record PlanDeferred(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      @Nullable String nextReview,
      @Nullable String reference,
      @Nullable String channel,
      String actor,
      Instant at)
      implements OfRollout {}

  /** The ground the plan stood on has moved; its approvals count no longer. */
  record PlanInvalidated(
      String project, String environment, String rollout, String reason, String actor, Instant at)
      implements OfRollout {}

  /** The rollout was given up before it ran, or, where drift holds it back, before its release. */
  record RolloutAborted(
      String project,
      String environment,
      String rollout,
      @FreeText String reason,
      String actor,
      Instant at)
      implements OfRollout {}

  /** Somebody asked for an apply and was told no; nothing was executed. */
  record ApplyRefused(
      String project,
      String environment,
      @Nullable String rollout,
      String requestedRef,
      String refusal,
      @FreeText String detail,
      String actor,
      Instant at)
      implements EnvironmentEvent {}

  /**
   * One runner took the environment's lease; statements may follow.
   *
   * @param fencingToken grows with every lease, an older runner's words are not taken any more
   * @param executor the service instance that runs the statements
   * @param gates what each gate said; those that are not met were passed in an emergency
   */
  record ApplyStarted(
      String project,
      String environment,
      String rollout,
      String planDigest,
      long fencingToken,
      String executor,
      List<PassedGate> gates,
      String trigger,
      String actor,
      Instant at)
      implements OfRollout {
    public ApplyStarted {
      gates = orNone(gates);
    }
  }

  /** What a gate said as a plan went through. */
  record PassedGate(String gate, boolean met, String why) {}

  /** After an interruption another runner took the lease and goes on where the database is. */
  record ApplyResumed(
      String project,
      String environment,
      String rollout,
      long fencingToken,
      String executor,
      String actor,
      Instant at)
      implements OfRollout {}

  /** The intent to run the statements of one transaction, recorded before the first of them. */
  record StageStarted(
      String project,
      String environment,
      String rollout,
      String connection,
      int stage,
      boolean transactional,
      List<Integer> steps,
      String actor,
      Instant at)
      implements OfRollout {
    public StageStarted {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A statement is committed in the target.
   *
   * @param sqlDigest SHA-256 of the statement's text
   * @param millis how long it ran; -1 when it was found done after an interruption
   */
  record StatementApplied(
      String project,
      String environment,
      String rollout,
      String connection,
      int stage,
      int step,
      String sqlDigest,
      long millis,
      String actor,
      Instant at)
      implements OfRollout {}

  /**
   * The apply ended without reaching the target; the statement that failed left nothing behind.
   *
   * @param step the step that failed, 0 when none did (the connection was lost, say)
   * @param takenBack the steps of the same change that had been committed and were taken back
   * @param reached the fingerprint each connection was left at
   */
  record ApplyFailed(
      String project,
      String environment,
      String rollout,
      String connection,
      int stage,
      int step,
      @Nullable String sqlState,
      @FreeText String message,
      boolean rolledBack,
      List<Integer> takenBack,
      SortedMap<String, String> reached,
      String actor,
      Instant at)
      implements OfRollout {
    public ApplyFailed {
      takenBack = List.copyOf(takenBack);
      reached = copy(reached);
    }
  }

  /** Every statement of the plan is committed. */
  record ApplySucceeded(
      String project, String environment, String rollout, String actor, Instant at)
      implements OfRollout {}

  /** The database was read and is what was expected. */
  record DriftCheckPassed(
      String project,
      String environment,
      @Nullable String rollout,
      DriftCheck check,
      SortedMap<String, String> observed,
      String actor,
      Instant at)
      implements EnvironmentEvent {
    public DriftCheckPassed {
      observed = copy(observed);
    }
  }

  /**
   * The database was read and differs from what was expected.
   *
   * @param differences one sentence each, cut after {@link #LISTED}
   * @param report the artifact with all differences of all connections
   */
  record DriftDetected(
      String project,
      String environment,
      @Nullable String rollout,
      DriftCheck check,
      SortedMap<String, String> expected,
      SortedMap<String, String> observed,
      List<String> differences,
      int differenceCount,
      String report,
      String actor,
      Instant at)
      implements EnvironmentEvent {

    /** How many differences an event lists; the report has all of them. */
    public static final int LISTED = 50;

    public DriftDetected {
      expected = copy(expected);
      observed = copy(observed);
      differences = List.copyOf(differences);
    }
  }

  /** Drift had been detected, and the database is again what was expected. */
  record DriftResolved(
      String project,
      String environment,
      DriftCheck check,
      SortedMap<String, String> observed,
      String actor,
      Instant at)
      implements EnvironmentEvent {
    public DriftResolved {
      observed = copy(observed);
    }
  }

  /**
   * The environment's release pointer moved; always the last word of an apply.
   *
   * @param ref the full commit id, or null for a baseline taken from a database alone
   */
  record ReleaseAdvanced(
      String project,
      String environment,
      String release,
      @Nullable String ref,
      SortedMap<String, String> schemas,
      SortedMap<String, String> snapshots,
      ReleaseCause cause,
      @Nullable String rollout,
      @Nullable String previous,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements EnvironmentEvent {
    public ReleaseAdvanced {
      schemas = copy(schemas);
      snapshots = copy(snapshots);
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static SortedMap<String, String> copy(SortedMap<String, String> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
