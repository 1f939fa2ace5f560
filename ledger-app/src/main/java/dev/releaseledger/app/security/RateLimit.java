package dev.releaseledger.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many a minute for each key, in any rhythm; what was not seen for a while is forgotten. */
final class RateLimit {

  private static final int MOST_KEYS = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEYS)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  /** A limit; 0 is none. */
  RateLimit(int perMinute, TimeMeter time) {
    this.perMinute = perMinute;
    this.time = time;
  }

  /** Counts one; how long it came too early, or zero. */
  Duration take(String key) {
    return perMinute == 0
        ? Duration.ZERO
        : Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /** How long one would come too early now, or zero; counts nothing. */
  Duration wait(String key) {
    Bucket bucket = perMinute == 0 ? null : buckets.getIfPresent(key);
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  private Bucket bucket(String key) {
    return buckets.get(
        key,
        unknown ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build());
  }
}
