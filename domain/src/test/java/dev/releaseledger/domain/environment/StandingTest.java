package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.Standing.DriftState;
import dev.releaseledger.domain.environment.Standing.Obligation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is forgotten on the way changes nothing about how an environment stood. */
class StandingTest {

  private static final int STEPS = 300;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void at_every_event_it_says_what_the_whole_state_says(long seed) {
    Walk walk = new Walk(seed);
    Environment whole = Environment.initial();
    Standing standing = Standing.initial();
    for (EnvironmentEvent event : history(walk)) {
      whole = whole.evolve(event);
      standing = standing.after(event);

      assertThat(standing.release()).isEqualTo(whole.current());
      assertThat(standing.policy()).isEqualTo(whole.policy());
      assertThat(standing.environment().freezeReason()).isEqualTo(whole.freezeReason());
      if (!(event instanceof DriftResolved)) {
        // What the comparison found is the event behind it.
        assertThat(standing.drift() == DriftState.DRIFTED).isEqualTo(whole.drifted());
      }
      assertThat(standing.rollouts())
          .isEqualTo(
              whole.rollouts().values().stream()
                  .filter(it -> it.status().isOpen() || it.status().isUnderway())
                  .toList());
      assertThat(standing.obligations()).extracting(Obligation::rollout).isEqualTo(owed(whole));
    }
    assertThat(standing.environment().rollouts()).hasSizeLessThanOrEqualTo(whole.rollouts().size());
  }

  private static List<String> owed(Environment whole) {
    List<String> owed = new ArrayList<>();
    for (Rollout rollout : whole.rollouts().values()) {
      if (rollout.awaitsReview()) {
        owed.add(rollout.id());
      }
      if (rollout.status() == RolloutStatus.BACKFILL_PENDING) {
        owed.add(rollout.id());
      }
    }
    return owed;
  }

  private static List<EnvironmentEvent> history(Walk walk) {
    List<EnvironmentEvent> events = new ArrayList<>();
    Environment state = Environment.initial();
    EnvironmentEvent created = Facts.created(1);
    events.add(created);
    state = state.evolve(created);
    for (int i = 0; i < STEPS; i++) {
      if (Deciding.decide(state, walk.next(state)) instanceof Decision.Accepted accepted) {
        for (EnvironmentEvent event : accepted.events()) {
          events.add(event);
          state = state.evolve(event);
        }
      }
    }
    return events;
  }
}
