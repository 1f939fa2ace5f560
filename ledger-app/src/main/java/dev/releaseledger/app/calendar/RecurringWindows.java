package dev.releaseledger.app.calendar;

import dev.releaseledger.app.port.MaintenanceWindows;
import dev.releaseledger.domain.policy.Calendar;
import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maintenance windows that recur by a rule of RFC 5545. */
@Component
final class RecurringWindows implements Calendar, MaintenanceWindows {

  /** How far a window is followed that others keep open. */
  private static final Duration LOOK_AHEAD = Duration.ofDays(5 * 366);

  @Override
  public List<String> mistakes(Window window) {
    return WindowReview.of(window);
  }

  @Override
  public Opening at(Window window, Instant now) {
    Duration lasts = Duration.ofMinutes(window.lastsMinutes());
    Instant farthest = now.plus(LOOK_AHEAD);
    Instant until = null;
    Openings openings = Recurrence.of(window).openings();
    while (openings.hasNext()) {
      Instant opens = openings.next();
      if (opens.isAfter(until == null ? now : until)) {
        return new Opening(until, opens);
      }
      Instant closes = opens.plus(lasts);
      if (closes.isAfter(now)) {
        until = later(until, closes);
        if (until.isAfter(farthest)) {
          return new Opening(until, null);
        }
      }
    }
    return new Opening(until, null);
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }
}
