package dev.releaseledger.domain.environment;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    long lease) {

  private static final EnvironmentId NOWHERE = new EnvironmentId("", "");

  public Environment {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
    lastKnown = Collections.unmodifiableSortedMap(new TreeMap<>(lastKnown));
  }

  /** The environment before its first event. */
  public static Environment initial() {
    return new Environment(
        NOWHERE,
        new TreeMap<>(),
        0,
        null,
        null,
        null,
        new TreeMap<>(),
        false,
        Map.of(),
        Map.of(),
        0);
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

  /** The state after one more event. */
  public Environment evolve(EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated e ->
          new Environment(
              new EnvironmentId(e.project(), e.environment()),
              e.connections(),
              e.approvalsRequired(),
              null,
              null,
              null,
              new TreeMap<>(),
              false,
              Map.of(),
              Map.of(),
              0);
      case PolicyAdopted e -> governedBy(e);
      case EnvironmentFrozen e -> withFreeze(e.reason());
      case EnvironmentUnfrozen e -> withFreeze(null);
      case PlanProposed e -> withRollout(Rollout.of(e));
      case PlanApproved e -> update(e.rollout(), rollout -> rollout.approvedBy(e.actor()));
      case PlanDeferred e -> moved(e.rollout(), RolloutStatus.DEFERRED);
      case PlanRejected e -> moved(e.rollout(), RolloutStatus.REJECTED);
      case PlanInvalidated e -> moved(e.rollout(), RolloutStatus.INVALIDATED);
      case RolloutAborted e -> moved(e.rollout(), RolloutStatus.ABORTED);
      case ApplyRefused e -> this;
      case ApplyStarted e ->
          update(e.rollout(), rollout -> rollout.applyingFor(e.actor()))
              .withLease(e.fencingToken());
      case ApplyResumed e -> withLease(e.fencingToken());
      case StageStarted e -> this;
      case StatementApplied e ->
          update(e.rollout(), rollout -> rollout.completed(e.connection(), e.stage()));
      case ApplyFailed e -> moved(e.rollout(), RolloutStatus.FAILED).withLastKnown(e.reached());
      case ApplySucceeded e -> applied(e.rollout());
      case DriftCheckPassed e ->
          e.rollout() == null
              ? withDrift(false)
              : withDrift(false).verified(e.rollout(), e.check());
      case DriftDetected e ->
          e.rollout() == null
              ? withDrift(true)
              : withDrift(true).unverified(e.rollout(), e.check());
      case DriftResolved e -> withDrift(false);
      case ReleaseAdvanced e -> released(e);
    };
  }

  private Environment applied(String rollout) {
    Environment moved = moved(rollout, RolloutStatus.APPLIED);
    return moved
        .rollout(rollout)
        .map(r -> moved.withLastKnown(r.proposal().target()))
        .orElse(moved);
  }

  private Environment verified(String rollout, DriftCheck check) {
    boolean waits =
        rollout(rollout)
            .filter(r -> r.status() == RolloutStatus.APPLIED || r.status() == RolloutStatus.DRIFTED)
            .isPresent();
    return waits && check == DriftCheck.POST_APPLY ? moved(rollout, RolloutStatus.VERIFIED) : this;
  }

  private Environment unverified(String rollout, DriftCheck check) {
    return check == DriftCheck.POST_APPLY ? moved(rollout, RolloutStatus.DRIFTED) : this;
  }

  private Environment released(ReleaseAdvanced event) {
    Map<String, ReleaseAdvanced> all = new LinkedHashMap<>(releases);
    all.put(event.release(), event);
    Environment next =
        new Environment(
            id,
            connections,
            approvalsRequired,
            policy,
            freezeReason,
            event,
            event.cause() == ReleaseCause.ROLLBACK ? lastKnown : event.schemas(),
            drifted,
            Collections.unmodifiableMap(all),
            rollouts,
            lease);
    return event.rollout() == null ? next : next.moved(event.rollout(), RolloutStatus.RELEASED);
  }

  private Environment moved(String rollout, RolloutStatus status) {
    return update(rollout, r -> r.with(status));
  }

  private Environment update(String rollout, UnaryOperator<Rollout> change) {
    return rollout(rollout).map(change).map(this::withRollout).orElse(this);
  }

  private Environment withRollout(Rollout rollout) {
    Map<String, Rollout> all = new LinkedHashMap<>(rollouts);
    all.put(rollout.id(), rollout);
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        freezeReason,
        current,
        lastKnown,
        drifted,
        releases,
        Collections.unmodifiableMap(all),
        lease);
  }

  private Environment governedBy(PolicyAdopted event) {
    return new Environment(
        id,
        connections,
        event.approvalsRequired(),
        event,
        freezeReason,
        current,
        lastKnown,
        drifted,
        releases,
        rollouts,
        lease);
  }

  private Environment withFreeze(@Nullable String reason) {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        reason,
        current,
        lastKnown,
        drifted,
        releases,
        rollouts,
        lease);
  }

  private Environment withLease(long token) {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        freezeReason,
        current,
        lastKnown,
        drifted,
        releases,
        rollouts,
        token);
  }

  private Environment withDrift(boolean now) {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        freezeReason,
        current,
        lastKnown,
        now,
        releases,
        rollouts,
        lease);
  }

  private Environment withLastKnown(SortedMap<String, String> schemas) {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        freezeReason,
        current,
        schemas,
        drifted,
        releases,
        rollouts,
        lease);
  }
}
