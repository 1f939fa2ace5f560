package dev.releaseledger.app.calendar;

import dev.releaseledger.domain.policy.GateSettings.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** When windows open: local times in a zone, the first one and a rule for all of them. */
record Recurrence(ZoneId zone, LocalDateTime starts, RecurrenceRule rule) {

  /** The recurrence of a window that has no mistakes. */
  static Recurrence of(Window window) {
    try {
      return new Recurrence(
          ZoneId.of(window.zone()), LocalDateTime.parse(window.starts()), rule(window.rule()));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("no recurrence rule: " + window.rule(), e);
    }
  }

  static RecurrenceRule rule(String text) throws InvalidRecurrenceRuleException {
    return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
  }

  /** The moments at which windows open, from the first one on. */
  Openings openings() {
    return new Openings(zone, rule, first());
  }

  Instant start() {
    return instant(starts, zone);
  }

  /**
   * The moment of a local time: one that a zone skips is read with the offset before the gap, one
   * that it has twice is the first of the two; so says RFC 5545, section 3.3.5.
   */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant();
  }

  private DateTime first() {
    // Months are counted from zero there.
    return new DateTime(
        TimeZone.getTimeZone(zone),
        starts.getYear(),
        starts.getMonthValue() - 1,
        starts.getDayOfMonth(),
        starts.getHour(),
        starts.getMinute(),
        starts.getSecond());
  }
}
