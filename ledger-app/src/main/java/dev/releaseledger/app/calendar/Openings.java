package dev.releaseledger.app.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** The moments at which windows open, in the order of time. */
final class Openings implements Iterator<Instant> {

  /** No zone ever skipped more at once. */
  private static final Duration LONGEST_GAP = Duration.ofDays(1);

  private final ZoneId zone;
  private final PriorityQueue<Instant> ahead = new PriorityQueue<>();
  private @Nullable RecurrenceRuleIterator rest;

  Openings(ZoneId zone, RecurrenceRule rule, DateTime first) {
    this.zone = zone;
    rest = recurring(rule, first);
  }

  @Override
  public boolean hasNext() {
    // The order of local times is not that of the moments where some fall into a gap, so no moment
    // is told before all that could precede it are known.
    while (rest != null) {
      if (!rest.hasNext()) {
        rest = null;
        break;
      }
      Instant next = instant(rest.peekDateTime());
      if (!ahead.isEmpty() && next.isAfter(ahead.element().plus(LONGEST_GAP))) {
        break;
      }
      ahead.add(next);
      advance(rest);
    }
    return !ahead.isEmpty();
  }

  @Override
  public Instant next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  private static @Nullable RecurrenceRuleIterator recurring(RecurrenceRule rule, DateTime first) {
    try {
      return rule.iterator(first);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // That is how the library says that it has looked for long enough and found no moment.
      return null;
    }
  }

  private void advance(RecurrenceRuleIterator recurring) {
    try {
      recurring.nextDateTime();
    } catch (IllegalArgumentException | IllegalStateException e) {
      rest = null;
    }
  }

  private Instant instant(DateTime time) {
    return Recurrence.instant(
        LocalDateTime.of(
            time.getYear(),
            time.getMonth() + 1,
            time.getDayOfMonth(),
            time.getHours(),
            time.getMinutes(),
            time.getSeconds()),
        zone);
  }
}
