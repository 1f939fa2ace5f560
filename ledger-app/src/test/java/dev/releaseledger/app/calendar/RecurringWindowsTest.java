package dev.releaseledger.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurringWindowsTest {

  private final RecurringWindows windows = new RecurringWindows();

  @ParameterizedTest(name = "{0}: at {4}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # what | starts | rule | minutes | now | until | next
          before the first             | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2026-01-01T00:00:00Z | - | 2026-01-05T21:00:00Z
          just before                  | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2026-01-05T20:59:59Z | - | 2026-01-05T21:00:00Z
          as it opens                  | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2026-01-05T21:00:00Z | 2026-01-05T23:00:00Z | 2026-01-12T21:00:00Z
          the last second              | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2026-01-05T22:59:59Z | 2026-01-05T23:00:00Z | 2026-01-12T21:00:00Z
          as it closes                 | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2026-01-05T23:00:00Z | - | 2026-01-12T21:00:00Z
          years later                  | 2026-01-05T22:00 | FREQ=WEEKLY | 120 | 2036-01-08T21:30:00Z | - | 2036-01-14T21:00:00Z
          past midnight                | 2026-01-05T23:00 | FREQ=WEEKLY | 180 | 2026-01-06T00:30:00Z | 2026-01-06T01:00:00Z | 2026-01-12T22:00:00Z
          two days a week              | 2026-01-06T22:00 | FREQ=WEEKLY;BYDAY=TU,TH | 60 | 2026-01-07T00:00:00Z | - | 2026-01-08T21:00:00Z
          every other week             | 2026-01-05T22:00 | FREQ=WEEKLY;INTERVAL=2 | 60 | 2026-01-06T00:00:00Z | - | 2026-01-19T21:00:00Z
          last Sunday                  | 2026-01-25T03:00 | FREQ=MONTHLY;BYDAY=-1SU | 60 | 2026-02-01T00:00:00Z | - | 2026-02-22T02:00:00Z
          last Sunday, after a year    | 2026-01-25T03:00 | FREQ=MONTHLY;BYDAY=-1SU | 60 | 2027-02-01T00:00:00Z | - | 2027-02-28T02:00:00Z
          the 31st                     | 2026-01-31T03:00 | FREQ=MONTHLY | 60 | 2026-02-01T00:00:00Z | - | 2026-03-31T01:00:00Z
          the 29th of February         | 2028-02-29T03:00 | FREQ=YEARLY | 60 | 2028-03-01T00:00:00Z | - | 2032-02-29T02:00:00Z
          twice a day                  | 2026-01-05T12:00 | FREQ=DAILY;BYHOUR=12,22 | 60 | 2026-01-05T12:00:00Z | - | 2026-01-05T21:00:00Z
          the first of three           | 2026-01-05T22:00 | FREQ=DAILY;COUNT=3 | 60 | 2026-01-05T21:00:00Z | 2026-01-05T22:00:00Z | 2026-01-06T21:00:00Z
          the last of three            | 2026-01-05T22:00 | FREQ=DAILY;COUNT=3 | 60 | 2026-01-07T21:30:00Z | 2026-01-07T22:00:00Z | -
          after the last of three      | 2026-01-05T22:00 | FREQ=DAILY;COUNT=3 | 60 | 2026-01-07T22:00:00Z | - | -
          the last until               | 2026-01-05T22:00 | FREQ=DAILY;UNTIL=20260107T210000Z | 60 | 2026-01-06T22:30:00Z | - | 2026-01-07T21:00:00Z
          none after until             | 2026-01-05T22:00 | FREQ=DAILY;UNTIL=20260107T205959Z | 60 | 2026-01-06T22:30:00Z | - | -
          long past until              | 2026-01-05T22:00 | FREQ=DAILY;UNTIL=20260107T205959Z | 60 | 2056-01-06T22:30:00Z | - | -
          overlapping ones are one     | 2026-01-05T08:00 | FREQ=WEEKLY;BYHOUR=8,9 | 90 | 2026-01-05T07:10:00Z | 2026-01-05T09:30:00Z | 2026-01-12T07:00:00Z
          in the second of them        | 2026-01-05T08:00 | FREQ=WEEKLY;BYHOUR=8,9 | 90 | 2026-01-05T09:10:00Z | 2026-01-05T09:30:00Z | 2026-01-12T07:00:00Z
          touching ones are one        | 2026-01-05T08:00 | FREQ=WEEKLY;BYHOUR=8,9 | 60 | 2026-01-05T07:10:00Z | 2026-01-05T09:00:00Z | 2026-01-12T07:00:00Z
          a minute between             | 2026-01-05T08:00 | FREQ=WEEKLY;BYHOUR=8,9 | 59 | 2026-01-05T07:10:00Z | 2026-01-05T07:59:00Z | 2026-01-05T08:00:00Z
          a whole week                 | 2026-01-05T00:00 | FREQ=MONTHLY | 10080 | 2026-01-11T22:59:59Z | 2026-01-11T23:00:00Z | 2026-02-04T23:00:00Z
          """)
  void a_window_is_open_from_its_start_until_it_has_lasted(
      String what,
      String starts,
      String rule,
      int minutes,
      Instant now,
      Instant until,
      Instant next) {
    Window window = window("Europe/Berlin", starts, rule, minutes);

    assertThat(windows.mistakes(window)).isEmpty();
    assertThat(windows.at(window, now)).as(what).isEqualTo(new Opening(until, next));
  }

  @ParameterizedTest(name = "{0}: at {4}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # what | zone | starts | rule | now | until | next
          summer begins: an hour earlier in UTC  | Europe/Berlin | 2026-03-22T22:00 | FREQ=WEEKLY | 2026-03-23T00:00:00Z | - | 2026-03-29T20:00:00Z
          summer ends: an hour later in UTC      | Europe/Berlin | 2026-10-18T22:00 | FREQ=WEEKLY | 2026-10-19T00:00:00Z | - | 2026-10-25T21:00:00Z
          a time that is skipped                 | Europe/Berlin | 2026-03-28T02:30 | FREQ=DAILY | 2026-03-28T12:00:00Z | - | 2026-03-29T01:30:00Z
          open at a time that is skipped         | Europe/Berlin | 2026-03-28T02:30 | FREQ=DAILY | 2026-03-29T01:30:00Z | 2026-03-29T02:30:00Z | 2026-03-30T00:30:00Z
          the first one is skipped               | Europe/Berlin | 2026-03-29T02:30 | FREQ=DAILY | 2026-03-29T01:00:00Z | - | 2026-03-29T01:30:00Z
          a time that comes twice: the first     | Europe/Berlin | 2026-10-24T02:30 | FREQ=DAILY | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z | 2026-10-26T01:30:00Z
          a time that comes twice: not again     | Europe/Berlin | 2026-10-24T02:30 | FREQ=DAILY | 2026-10-25T01:30:00Z | - | 2026-10-26T01:30:00Z
          it lasts as long where an hour is lost | Europe/Berlin | 2026-03-22T01:30 | FREQ=WEEKLY | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z | 2026-04-04T23:30:00Z
          skipped, and one that overtakes it     | Europe/Berlin | 2026-03-28T02:30 | FREQ=DAILY;BYHOUR=2,3;BYMINUTE=10,30 | 2026-03-29T00:50:00Z | - | 2026-03-29T01:10:00Z
          in the south summer ends in April      | Australia/Sydney | 2026-03-29T22:00 | FREQ=WEEKLY | 2026-03-30T00:00:00Z | - | 2026-04-05T12:00:00Z
          no summer time                         | UTC | 2026-03-22T22:00 | FREQ=WEEKLY | 2026-03-23T00:00:00Z | - | 2026-03-29T22:00:00Z
          until is a moment, not a local time    | America/New_York | 2026-01-05T22:00 | FREQ=DAILY;UNTIL=20260107T030000Z | 2026-01-06T12:00:00Z | - | 2026-01-07T03:00:00Z
          """)
  void a_window_keeps_its_local_time(
      String what,
      String zone,
      String starts,
      String rule,
      Instant now,
      Instant until,
      Instant next) {
    Window window = window(zone, starts, rule, 60);

    assertThat(windows.at(window, now)).as(what).isEqualTo(new Opening(until, next));
  }

  @Test
  void what_falls_into_a_gap_does_not_hide_what_comes_before_it() {
    // The rule has 02:10, 02:50 and 03:00; the first two are read as 03:10 and 03:50.
    Window window =
        window(
            "Europe/Berlin",
            "2026-03-28T02:10",
            "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,10,50;BYSETPOS=2,3,4",
            5);

    assertThat(windows.at(window, Instant.parse("2026-03-29T00:59:00Z")))
        .isEqualTo(new Opening(null, Instant.parse("2026-03-29T01:00:00Z")));
    assertThat(windows.at(window, Instant.parse("2026-03-29T01:12:00Z")))
        .isEqualTo(
            new Opening(
                Instant.parse("2026-03-29T01:15:00Z"), Instant.parse("2026-03-29T01:50:00Z")));
  }

  @Test
  void every_moment_of_a_year_is_judged_as_days_and_hours_are() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Window nights =
        window("Europe/Berlin", "2026-01-05T22:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", 120);
    Instant now = Instant.parse("2026-01-06T00:05:00Z");

    for (Instant end = now.plus(Duration.ofDays(365));
        now.isBefore(end);
        now = now.plus(Duration.ofMinutes(51))) {
      LocalDateTime local = LocalDateTime.ofInstant(now, berlin);
      boolean open = local.getHour() >= 22 && local.getDayOfWeek().getValue() <= 4;
      assertThat(windows.at(nights, now).until() != null).as("%s", now).isEqualTo(open);
    }
  }

  @Test
  void a_window_that_never_closes_is_followed_for_five_years() {
    Instant now = Instant.parse("2026-02-01T00:00:00Z");
    Window always = window("UTC", "2026-01-05T00:00", "FREQ=DAILY", 1440);

    Opening opening = windows.at(always, now);

    assertThat(opening.until()).isBetween("2031-01-01T00:00:00Z", "2031-03-01T00:00:00Z");
    assertThat(opening.next()).isNull();
  }

  private static Window window(String zone, String starts, String rule, int minutes) {
    return new Window(zone, starts, rule, minutes, null);
  }
}
