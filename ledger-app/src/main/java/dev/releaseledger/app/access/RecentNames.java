package dev.releaseledger.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names that were read not long ago: one that is erased is forgotten by every instance soon. */
final class RecentNames {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Known(Instant since, Map<String, String> names) {}

  private final Clock clock;
  private volatile Known known;

  RecentNames(Clock clock) {
    this.clock = clock;
    this.known = new Known(clock.instant(), new ConcurrentHashMap<>());
  }

  @Nullable String get(String actor, Function<String, @Nullable String> read) {
    Known recent = known;
    if (recent.since().plus(KEPT).isBefore(clock.instant())) {
      recent = new Known(clock.instant(), new ConcurrentHashMap<>());
      known = recent;
    }
    return recent.names().computeIfAbsent(actor, read);
  }

  /** Forgets them all. */
  void clear() {
    known = new Known(clock.instant(), new ConcurrentHashMap<>());
  }
}
