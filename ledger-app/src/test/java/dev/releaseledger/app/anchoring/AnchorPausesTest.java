package dev.releaseledger.app.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnchorPausesTest {

  private final AnchorPauses pauses =
      new AnchorPauses(Duration.ofSeconds(30), Duration.ofMinutes(5));

  @Test
  void each_pause_is_twice_the_one_before_up_to_the_longest() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> pauses.after(n, 0).toSeconds()))
        .containsExactly(30L, 60L, 120L, 240L, 300L, 300L, 300L);
  }

  @Test
  void chance_takes_up_to_half_of_it_away() {
    assertThat(pauses.after(1, 1)).isEqualTo(Duration.ofSeconds(15));
    assertThat(pauses.after(10_000, 0.5)).isEqualTo(Duration.ofSeconds(225));
  }
}
