package dev.releaseledger.app.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundScheduleTest {

  private static final Instant BEGUN = Instant.parse("2026-11-29T10:00:00Z");

  private final RoundSchedule schedule =
      new RoundSchedule(Duration.ofHours(1), Duration.ofHours(24));

  private boolean begins(long size, boolean urgent, Duration later) {
    return schedule.begins(Optional.of(new Round(3, 100, BEGUN)), size, urgent, BEGUN.plus(later));
  }

  @Test
  void the_first_checkpoint_is_anchored_at_once() {
    assertThat(schedule.begins(Optional.empty(), 1, false, BEGUN)).isTrue();
  }

  @Test
  void a_log_that_has_grown_is_anchored_every_hour() {
    assertThat(begins(101, false, Duration.ofMinutes(59))).isFalse();
    assertThat(begins(101, false, Duration.ofMinutes(60))).isTrue();
  }

  @Test
  void a_log_that_has_not_grown_is_anchored_once_a_day() {
    assertThat(begins(100, false, Duration.ofHours(23))).isFalse();
    assertThat(begins(100, false, Duration.ofHours(24))).isTrue();
  }

  @Test
  void what_is_urgent_does_not_wait() {
    assertThat(begins(101, true, Duration.ofSeconds(1))).isTrue();
    assertThat(begins(100, true, Duration.ofSeconds(1))).isFalse();
  }

  @Test
  void a_clock_that_was_set_back_begins_nothing() {
    assertThat(begins(101, false, Duration.ofHours(-3))).isFalse();
  }
}
