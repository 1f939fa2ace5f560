package dev.releaseledger.app.calendar;

import dev.releaseledger.domain.policy.GateSettings.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.jspecify.annotations.Nullable;

/** Finds every mistake in a window. */
final class WindowReview {

  private static final Set<Freq> RARE =
      EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
  private static final int MOST_A_DAY = 24;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  private final List<String> mistakes = new ArrayList<>();

  private WindowReview() {}

  static List<String> of(Window window) {
    return new WindowReview().review(window);
  }

  private List<String> review(Window window) {
    ZoneId zone = zone(window.zone());
    LocalDateTime starts = starts(window.starts());
    RecurrenceRule rule = rule(window.rule());
    if (zone != null && starts != null && rule != null && mistakes.isEmpty()) {
      begin(new Recurrence(zone, starts, rule));
    }
    return List.copyOf(mistakes);
  }

  private @Nullable ZoneId zone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    mistakes.add("zone must be a time zone such as Europe/Berlin");
    return null;
  }

  private @Nullable LocalDateTime starts(String text) {
    try {
      LocalDateTime starts = LocalDateTime.parse(text);
      if (starts.equals(starts.truncatedTo(ChronoUnit.SECONDS))
          && starts.getYear() >= FIRST_YEAR
          && starts.getYear() <= LAST_YEAR) {
        return starts;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    mistakes.add("starts must be a local date and time such as 2026-01-05T22:00");
    return null;
  }

  private @Nullable RecurrenceRule rule(String text) {
    RecurrenceRule rule;
    try {
      rule = Recurrence.rule(text);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      mistakes.add(
          "rule must be a recurrence rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO (%s)"
              .formatted(e.getMessage()));
      return null;
    }
    if (rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP)) {
      mistakes.add("rule must be without RSCALE and SKIP, which are not of RFC 5545");
    }
    if (!RARE.contains(rule.getFreq()) || rule.hasPart(Part.BYSECOND)) {
      mistakes.add(
          "rule must be DAILY, WEEKLY, MONTHLY or YEARLY;"
              + " BYHOUR and BYMINUTE open further windows in a day");
    }
    if (times(rule, Part.BYHOUR) * times(rule, Part.BYMINUTE) > MOST_A_DAY) {
      mistakes.add("rule must open at most %d windows in a day".formatted(MOST_A_DAY));
    }
    DateTime until = rule.getUntil();
    if (until != null && (until.isAllDay() || until.isFloating())) {
      mistakes.add("rule must have its UNTIL in UTC, such as UNTIL=20261231T220000Z");
    }
    return rule;
  }

  private static int times(RecurrenceRule rule, Part part) {
    return rule.hasPart(part) ? rule.getByPart(part).size() : 1;
  }

  private void begin(Recurrence recurrence) {
    Openings openings = recurrence.openings();
    if (!openings.hasNext()) {
      mistakes.add("rule must open a window at least once from starts on");
      return;
    }
    // What a start means that its rule does not open a window at, the standard leaves open.
    Instant first = openings.next();
    if (!first.equals(recurrence.start())) {
      mistakes.add(
          "starts must be when the rule opens a window, such as "
              + LocalDateTime.ofInstant(first, recurrence.zone()));
    }
  }
}
