package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after every step, whatever is asked in whatever order. */
class EnvironmentLawsTest {

  private static final int STEPS = 300;
  private static final Set<RolloutStatus> OVER =
      EnumSet.of(
          RolloutStatus.RELEASED,
          RolloutStatus.FAILED,
          RolloutStatus.REJECTED,
          RolloutStatus.ABORTED,
          RolloutStatus.INVALIDATED,
          RolloutStatus.EXPIRED);

  /** One event of a walk, between the states before and after it. */
  private record Step(Environment before, EnvironmentEvent event, Environment after) {}

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  private static List<Step> walk(long seed) {
    Walk walk = new Walk(seed);
    Environment state = Environment.initial().evolve(Facts.created((int) (seed % 3)));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (Deciding.decide(state, walk.next(state)) instanceof Decision.Accepted accepted) {
        for (EnvironmentEvent event : accepted.events()) {
          Environment next = state.evolve(event);
          steps.add(new Step(state, event, next));
          state = next;
        }
      }
    }
    return steps;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void at_most_one_rollout_is_underway(long seed) {
    assertThat(walk(seed))
        .allSatisfy(step ->
            assertThat(
                    step.after().rollouts().values().stream()
                        .map(Rollout::status)
                        .filter(
                            EnumSet.of(
                                    RolloutStatus.APPLYING,
                                    RolloutStatus.APPLIED,
                                    RolloutStatus.DRIFTED,
                                    RolloutStatus.VERIFIED)
                                ::contains))
                .as("underway after %s", step.event())
                .hasSizeLessThanOrEqualTo(1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_released_was_verified_and_the_database_had_not_drifted_since(long seed) {
    assertThat(walk(seed))
        .allSatisfy(step -> {
          if (step.event() instanceof ReleaseAdvanced e && e.rollout() != null) {
            assertThat(step.before().rollout(e.rollout()))
                .hasValueSatisfying(r -> assertThat(r.status()).isEqualTo(RolloutStatus.VERIFIED));
            assertThat(step.before().drifted()).isFalse();
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_starts_was_approved_by_enough_others_and_nothing_stood_in_its_way(long seed) {
    assertThat(walk(seed))
        .allSatisfy(step -> {
          if (step.event() instanceof ApplyStarted e) {
            Rollout rollout = step.before().rollout(e.rollout()).orElseThrow();
            assertThat(step.before().drifted()).isFalse();
            assertThat(rollout.approvers()).doesNotContain(rollout.proposal().actor());
            if (rollout.awaitsReview()) {
              return;
            }
            assertThat(rollout.ballot().complete()).isTrue();
            assertThat(e.gates()).allMatch(EnvironmentEvent.PassedGate::met);
            if (!rollout.records().waived().containsKey("freeze")) {
              assertThat(step.before().freezeReason()).isNull();
            }
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_over_stays_over(long seed) {
    assertThat(walk(seed))
        .allSatisfy(step ->
            step.before().rollouts().values().stream()
                .filter(rollout -> OVER.contains(rollout.status()))
                .forEach(rollout ->
                    assertThat(step.after().rollout(rollout.id()))
                        .as("after %s", step.event())
                        .hasValueSatisfying(
                            after -> assertThat(after.status()).isEqualTo(rollout.status()))));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leases_only_grow(long seed) {
    assertThat(walk(seed))
        .allSatisfy(
            step -> assertThat(step.after().lease()).isGreaterThanOrEqualTo(step.before().lease()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_a_failure_left_is_what_is_known(long seed) {
    assertThat(walk(seed))
        .allSatisfy(step -> {
          if (step.event() instanceof ApplyFailed e) {
            assertThat(step.after().lastKnown()).isEqualTo(e.reached());
          }
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_state_is_its_events_and_nothing_else(long seed) {
    List<Step> steps = walk(seed);
    Environment replayed = steps.getFirst().before();
    for (Step step : steps) {
      replayed = replayed.evolve(step.event());
    }

    assertThat(replayed).isEqualTo(steps.getLast().after());
  }

  @Test
  void the_walks_meet_every_event_but_the_first() {
    Set<Class<?>> met = new HashSet<>();
    seeds().forEach(seed -> walk(seed).forEach(step -> met.add(step.event().getClass())));

    assertThat(met).hasSize(33);
  }
}
