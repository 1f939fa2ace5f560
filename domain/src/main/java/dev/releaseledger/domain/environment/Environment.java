package dev.releaseledger.domain.environment;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An environment as its events made it: all that its decisions depend on, and nothing else.
 *
 * @param policy the rules it adopted last, or null when it never did
 * @param current the release the pointer is at
 * @param lastKnown the schemas the databases were last verified or brought to, by connection; after
 *     a pointer rollback these are not the current release's
 * @param releases every release the environment has had, by id
 * @param rollouts every rollout, by id, oldest first
 * @param lease the fencing token of the youngest apply
 * @param backups the backups of its databases, oldest first
 * @param furthest the last release of a commit that the pointer went forward to, or null
 */
public record Environment(
    EnvironmentId id,
    SortedMap<String, String> connections,
    int approvalsRequired,
    @Nullable PolicyAdopted policy,
    @Nullable String freezeReason,
    @Nullable ReleaseAdvanced current,
    SortedMap<String, String> lastKnown,
    boolean drifted,
    Map<String, ReleaseAdvanced> releases,
    Map<String, Rollout> rollouts,
    long lease,
    List<BackupRecorded> backups,
    @Nullable ReleaseAdvanced furthest) {

  private static final String FREEZE = "freeze";
  private static final EnvironmentId NOWHERE = new EnvironmentId("", "");

  public Environment {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
    lastKnown = Collections.unmodifiableSortedMap(new TreeMap<>(lastKnown));
    releases = Collections.unmodifiableMap(releases);
    rollouts = Collections.unmodifiableMap(rollouts);
    backups = List.copyOf(backups);
  }

  /** The environment before its first event. */
  public static Environment initial() {
    return of(NOWHERE, new TreeMap<>(), 0);
  }

  private static Environment of(
      EnvironmentId id, SortedMap<String, String> connections, int approvalsRequired) {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        null,
        null,
        null,
        new TreeMap<>(),
        false,
        Map.of(),
        Map.of(),
        0,
        List.of(),
        null);
  }

  /** The rollout that holds the environment, from its first statement to its release. */
  public Optional<Rollout> underway() {
    return rollouts.values().stream().filter(rollout -> rollout.status().isUnderway()).findFirst();
  }

  /** The digest of the rules it adopted last, or null when it never did. */
  public @Nullable String rules() {
    return policy == null ? null : policy.policy();
  }

  /** The rollout of this id, if the environment has it. */
  public Optional<Rollout> rollout(String rollout) {
    return Optional.ofNullable(rollouts.get(rollout));
  }

  /** What the databases should be: the plan just applied, else the current release. */
  public SortedMap<String, String> expected() {
    return underway()
        .map(rollout -> rollout.proposal().target())
        .orElseGet(() -> current == null ? new TreeMap<>() : current.schemas());
  }

  /** The artifacts of the schemas that the databases should have, by connection. */
  public SortedMap<String, String> expectedSnapshots() {
    return underway()
        .map(rollout -> rollout.proposal().snapshots())
        .orElseGet(() -> current == null ? new TreeMap<>() : current.snapshots());
  }

  /** The rollouts whose emergency nobody has looked at yet. */
  public List<Rollout> awaitingReview() {
    return rollouts.values().stream().filter(Rollout::awaitsReview).toList();
  }

  /**
   * The same without what is over: the rollouts about which nothing is left to do, and the releases
   * that the pointer has left. No decision can be made from it any more.
   */
  Environment withoutWhatIsOver() {
    if (rollouts.values().stream().allMatch(Environment::goesOn)) {
      return this;
    }
    return edited(it -> {
      Map<String, Rollout> left = new LinkedHashMap<>(it.rollouts);
      left.values().removeIf(rollout -> !goesOn(rollout));
      it.rollouts = left;
      it.releases = Map.of();
    });
  }

  private static boolean goesOn(Rollout rollout) {
    RolloutStatus status = rollout.status();
    return status.isOpen()
        || status.isUnderway()
        || status == RolloutStatus.BACKFILL_PENDING
        || rollout.awaitsReview();
  }

  /** The state after one more event. */
  public Environment evolve(EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated e ->
          of(
              new EnvironmentId(e.project(), e.environment()),
              e.connections(),
              e.approvalsRequired());
      case PolicyAdopted e ->
          edited(it -> {
            it.policy = e;
            it.approvalsRequired = e.approvalsRequired();
          });
      case EnvironmentFrozen e ->
          edited(it -> {
            it.freezeReason = e.reason();
            // Who waived an earlier freeze did not answer for this one.
            it.rollouts =
                each(it.rollouts, r -> r.with(r.records().withoutWaiverOf(FREEZE, e.at())));
          });
      case EnvironmentUnfrozen e -> edited(it -> it.freezeReason = null);
      case BackupRecorded e -> edited(it -> it.backups = with(it.backups, e));
      case PlanProposed e ->
          edited(it -> it.rollouts = with(it.rollouts, e.rollout(), Rollout.of(e)));
      case PlanApproved e -> update(e.rollout(), rollout -> rollout.approvedBy(e));
      case ApprovalWithdrawn e -> update(e.rollout(), rollout -> rollout.withdrawnBy(e.whose()));
      case PlanCommented e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case PlanDeferred e -> moved(e.rollout(), RolloutStatus.DEFERRED);
      case PlanRejected e -> moved(e.rollout(), RolloutStatus.REJECTED);
      case PlanInvalidated e -> moved(e.rollout(), RolloutStatus.INVALIDATED);
      case RolloutAborted e -> moved(e.rollout(), RolloutStatus.ABORTED);
      case RolloutExpired e -> moved(e.rollout(), RolloutStatus.EXPIRED);
      case RolloutScheduled e -> update(e.rollout(), rollout -> rollout.scheduled(e));
      case RolloutUnscheduled e -> update(e.rollout(), Rollout::unscheduled);
      case GateWaived e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case TicketLinked e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case TestRecorded e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case NoteRecorded e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case EmergencyDeclared e -> update(e.rollout(), rollout -> rollout.declared(e));
      case EmergencyReviewed e -> update(e.rollout(), rollout -> rollout.reviewed(e));
      case BackfillRecorded e -> e.validated() ? moved(e.rollout(), RolloutStatus.RELEASED) : this;
      case ApplyRefused e -> this;
      case ApplyStarted e ->
          update(e.rollout(), rollout -> rollout.applyingFor(e.actor()))
              .edited(it -> it.lease = e.fencingToken());
      case ApplyResumed e -> edited(it -> it.lease = e.fencingToken());
      case StageStarted e -> this;
      case StatementApplied e ->
          update(e.rollout(), rollout -> rollout.completed(e.connection(), e.stage()));
      case ApplyFailed e ->
          moved(e.rollout(), RolloutStatus.FAILED).edited(it -> it.lastKnown = e.reached());
      case ApplySucceeded e -> applied(e.rollout());
      case DriftCheckPassed e -> checked(e.rollout(), e.check(), RolloutStatus.VERIFIED, false);
      case DriftDetected e -> checked(e.rollout(), e.check(), RolloutStatus.DRIFTED, true);
      case DriftResolved e -> edited(it -> it.drifted = false);
      case ReleaseAdvanced e -> released(e);
    };
  }

  private Environment applied(String rollout) {
    Environment moved = moved(rollout, RolloutStatus.APPLIED);
    return moved
        .rollout(rollout)
        .map(r -> moved.edited(it -> it.lastKnown = r.proposal().target()))
        .orElse(moved);
  }

  private Environment checked(
      @Nullable String rollout, DriftCheck check, RolloutStatus then, boolean differs) {
    Environment known = edited(it -> it.drifted = differs);
    if (rollout == null || check != DriftCheck.POST_APPLY) {
      return known;
    }
    boolean waits =
        rollout(rollout)
            .filter(r -> r.status() == RolloutStatus.APPLIED || r.status() == RolloutStatus.DRIFTED)
            .isPresent();
    return differs || waits ? known.moved(rollout, then) : known;
  }

  private Environment released(ReleaseAdvanced event) {
    Environment next =
        edited(it -> {
          it.releases = with(it.releases, event.release(), event);
          it.current = event;
          if (event.cause() != ReleaseCause.ROLLBACK) {
            it.lastKnown = event.schemas();
            it.furthest = event.ref() == null ? it.furthest : event;
          }
        });
    return event.rollout() == null ? next : next.update(event.rollout(), Rollout::released);
  }

  private Environment moved(String rollout, RolloutStatus status) {
    return update(rollout, r -> r.with(status));
  }

  private Environment update(String rollout, UnaryOperator<Rollout> change) {
    return rollout(rollout)
        .map(change)
        .map(changed -> edited(it -> it.rollouts = with(it.rollouts, rollout, changed)))
        .orElse(this);
  }

  private Environment edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new Environment(
        id,
        connections,
        edit.approvalsRequired,
        edit.policy,
        edit.freezeReason,
        edit.current,
        edit.lastKnown,
        edit.drifted,
        edit.releases,
        edit.rollouts,
        edit.lease,
        edit.backups,
        edit.furthest);
  }

  private static Map<String, Rollout> each(
      Map<String, Rollout> all, UnaryOperator<Rollout> change) {
    Map<String, Rollout> changed = new LinkedHashMap<>();
    all.forEach((id, rollout) -> changed.put(id, change.apply(rollout)));
    return changed;
  }

  private static <T> Map<String, T> with(Map<String, T> all, String key, T value) {
    Map<String, T> more = new LinkedHashMap<>(all);
    more.put(key, value);
    return more;
  }

  private static <T> List<T> with(List<T> all, T value) {
    List<T> more = new ArrayList<>(all);
    more.add(value);
    return more;
  }

  /** A copy on its way to the next state. */
  private static final class Edit {
    int approvalsRequired;
    @Nullable PolicyAdopted policy;
    @Nullable String freezeReason;
    @Nullable ReleaseAdvanced current;
    SortedMap<String, String> lastKnown;
    boolean drifted;
    Map<String, ReleaseAdvanced> releases;
    Map<String, Rollout> rollouts;
    long lease;
    List<BackupRecorded> backups;
    @Nullable ReleaseAdvanced furthest;

    Edit(Environment from) {
      approvalsRequired = from.approvalsRequired;
      policy = from.policy;
      freezeReason = from.freezeReason;
      current = from.current;
      lastKnown = from.lastKnown;
      drifted = from.drifted;
      releases = from.releases;
      rollouts = from.rollouts;
      lease = from.lease;
      backups = from.backups;
      furthest = from.furthest;
    }
  }
}
