package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an environment stood after one event of its history, folded from its events alone.
 *
 * @param drift what the last comparison of its databases had found
 */
public record Standing(Environment environment, DriftState drift) {

  /** What is known about the databases. */
  public enum DriftState {
    /** Nobody had looked. */
    UNKNOWN,
    CLEAN,
    DRIFTED
  }

  /**
   * What somebody still had to do about a change that had run.
   *
   * @param due by when, or null where there was no time for it
   */
  public record Obligation(String rollout, String what, @Nullable Instant due) {

    /** To look at a change that ran before it was approved. */
    public static Obligation review(String rollout, Instant due) {
      return new Obligation(rollout, "review of an emergency", due);
    }

    /** To fill in what a change has made room for. */
    public static Obligation backfill(String rollout, String what) {
      return new Obligation(rollout, "backfill: " + what, null);
    }
  }

  /** How it stands before its first event. */
  public static Standing initial() {
    return new Standing(Environment.initial(), DriftState.UNKNOWN);
  }

  /** How it stands after all of these events, in their order. */
  public static Standing after(Iterable<EnvironmentEvent> events) {
    return initial().then(events);
  }

  /** How it stands after one more event. */
  public Standing after(EnvironmentEvent event) {
    return then(List.of(event));
  }

  private Standing then(Iterable<EnvironmentEvent> events) {
    DriftState then = drift;
    for (EnvironmentEvent event : events) {
      then =
          switch (event) {
            case DriftCheckPassed e -> DriftState.CLEAN;
            case DriftDetected e -> DriftState.DRIFTED;
            default -> then;
          };
    }
    return new Standing(environment.evolve(events).withoutWhatIsOver(), then);
  }

  /** The release its pointer was at, or null. */
  public @Nullable ReleaseAdvanced release() {
    return environment.current();
  }

  /** The policy that held, or null when none had been adopted. */
  public @Nullable PolicyAdopted policy() {
    return environment.policy();
  }

  /** The rollouts that had not ended, oldest first. */
  public List<Rollout> rollouts() {
    return environment.rollouts().values().stream()
        .filter(rollout -> rollout.status().isOpen() || rollout.status().isUnderway())
        .toList();
  }

  /** What somebody still had to do about changes that had run. */
  public List<Obligation> obligations() {
    return environment.rollouts().values().stream().flatMap(Standing::obligations).toList();
  }

  private static Stream<Obligation> obligations(Rollout rollout) {
    Stream<Obligation> reviews =
        Stream.ofNullable(rollout.awaitsReview() ? rollout.emergency() : null)
            .map(emergency -> Obligation.review(rollout.id(), emergency.reviewDue()));
    Stream<Obligation> backfills =
        Stream.ofNullable(rollout.terms().backfill())
            .filter(what -> rollout.status() == RolloutStatus.BACKFILL_PENDING)
            .map(what -> Obligation.backfill(rollout.id(), what));
    return Stream.concat(reviews, backfills);
  }
}
