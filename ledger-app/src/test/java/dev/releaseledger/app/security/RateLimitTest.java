package dev.releaseledger.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong nanos = new AtomicLong();

  private RateLimit perMinute(int calls) {
    return new RateLimit(
        calls,
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos.get();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        });
  }

  @Test
  void so_many_go_through_at_once_and_then_one_by_one() {
    RateLimit limit = perMinute(3);
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }

    assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(20));
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isPositive();
  }

  @Test
  void each_key_has_a_limit_of_its_own() {
    RateLimit limit = perMinute(1);

    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("b")).isZero();
    assertThat(limit.take("a")).isPositive();
  }

  @Test
  void looking_counts_nothing() {
    RateLimit limit = perMinute(1);

    assertThat(limit.wait("a")).isZero();
    assertThat(limit.wait("a")).isZero();
    assertThat(limit.take("a")).isZero();
    assertThat(limit.wait("a")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void zero_is_no_limit() {
    RateLimit limit = perMinute(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.wait("a")).isZero();
  }
}
