package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void one_of_a_thing_is_told_without_an_s() {
    assertThat(Amounts.of(1, "approval")).isEqualTo("1 approval");
    assertThat(Amounts.of(0, "approval")).isEqualTo("0 approvals");
  }

  @Test
  void a_duration_is_told_in_words() {
    assertThat(Amounts.of(Duration.ofSeconds(16))).isEqualTo("16 seconds");
    assertThat(Amounts.of(Duration.ofSeconds(3_661))).isEqualTo("1 hour 1 minute");
    assertThat(Amounts.of(Duration.ofMinutes(5))).isEqualTo("5 minutes");
    assertThat(Amounts.of(Duration.ofHours(49))).isEqualTo("2 days 1 hour");
    assertThat(Amounts.of(Duration.ofMillis(900))).isEqualTo("0 seconds");
  }
}
