package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    Evolution evolution = new Evolution(this);
    evolution.forget(rollout -> !goesOn(rollout));
    return evolution.environment();
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
    return evolve(List.of(event));
  }

  /** The state after more events, in their order. */
  public Environment evolve(Iterable<EnvironmentEvent> events) {
    Evolution evolution = new Evolution(this);
    events.forEach(evolution::take);
    return evolution.environment();
  }
}
