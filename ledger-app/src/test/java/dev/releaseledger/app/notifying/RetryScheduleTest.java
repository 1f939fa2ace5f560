package dev.releaseledger.app.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what did not arrive is tried again. */
class RetryScheduleTest {

  private static final RetrySchedule USUAL =
      new RetrySchedule(10, Duration.ofSeconds(10), Duration.ofHours(16));

  private static Duration pause(int made, double draw) {
    return USUAL.pause(made, draw, null).orElseThrow();
  }

  @Test
  void ceilings_grow_by_four_up_to_the_longest() {
    List<Duration> ceilings = new ArrayList<>();
    for (int made = 1; made < 10; made++) {
      ceilings.add(pause(made, 1));
    }

    assertThat(ceilings)
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(40),
            Duration.ofSeconds(160),
            Duration.ofSeconds(640),
            Duration.ofSeconds(2560),
            Duration.ofSeconds(10240),
            Duration.ofSeconds(40960),
            Duration.ofHours(16),
            Duration.ofHours(16));
    Duration half = ceilings.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(2);
    assertThat(half).isBetween(Duration.ofHours(20), Duration.ofHours(28));
  }

  @Test
  void chance_takes_anything_off() {
    assertThat(pause(3, 0)).isEqualTo(Duration.ZERO);
    assertThat(pause(3, 0.25)).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void the_last_attempt_has_no_pause_after_it() {
    assertThat(USUAL.pause(10, 1, null)).isEmpty();
    assertThat(USUAL.pause(11, 1, null)).isEmpty();
    assertThat(new RetrySchedule(1, Duration.ZERO, Duration.ZERO).pause(1, 1, null)).isEmpty();
  }

  @Test
  void a_receiver_is_left_alone_as_long_as_it_asks_and_not_forever() {
    assertThat(USUAL.pause(1, 0, Duration.ofMinutes(5))).hasValue(Duration.ofMinutes(5));
    assertThat(USUAL.pause(4, 1, Duration.ofMinutes(5))).hasValue(Duration.ofSeconds(640));
    assertThat(USUAL.pause(1, 0, Duration.ofDays(4000))).hasValue(Duration.ofHours(16));
  }
}
