package dev.releaseledger.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.GateSettings.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowReviewTest {

  private static final String STARTS = "2026-01-05T22:00";
  private static final String NO_RULE =
      "rule must be a recurrence rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO (";
  private static final String TOO_OFTEN =
      "rule must be DAILY, WEEKLY, MONTHLY or YEARLY; BYHOUR and BYMINUTE open further windows in a"
          + " day";

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "Etc/GMT+3"})
  void zones_are_those_with_a_name(String zone) {
    assertThat(mistakes(zone, STARTS, "FREQ=WEEKLY")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Berlin", "europe/berlin", "+02:00", "GMT+2", "", "Europe/Berlin "})
  void others_are_none(String zone) {
    assertThat(mistakes(zone, STARTS, "FREQ=WEEKLY"))
        .containsExactly("zone must be a time zone such as Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05",
        "22:00",
        "2026-01-05 22:00",
        "2026-01-05T22:00Z",
        "2026-02-30T22:00",
        "2026-01-05T22:00:00.5",
        "0026-01-05T22:00",
        "+12026-01-05T22:00",
        ""
      })
  void a_start_is_a_local_date_and_time(String starts) {
    assertThat(mistakes("UTC", starts, "FREQ=WEEKLY"))
        .containsExactly("starts must be a local date and time such as 2026-01-05T22:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weekly",
        "FREQ=FORTNIGHTLY",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20270101T000000Z",
        "FREQ=WEEKLY;HOLIDAYS=NO",
        "RRULE:FREQ=WEEKLY",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=DAILY;BYHOUR=25",
        "FREQ=WEEKLY;BYDAY=1MO"
      })
  void a_rule_is_one_of_the_standard(String rule) {
    assertThat(mistakes("UTC", STARTS, rule))
        .hasSize(1)
        .first()
        .satisfies(mistake -> assertThat(mistake).startsWith(NO_RULE).endsWith(")"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=HOURLY                          | rule must be DAILY, WEEKLY, MONTHLY or YEARLY; BYHOUR and BYMINUTE open further windows in a day
          FREQ=SECONDLY                        | rule must be DAILY, WEEKLY, MONTHLY or YEARLY; BYHOUR and BYMINUTE open further windows in a day
          FREQ=DAILY;BYSECOND=0,30             | rule must be DAILY, WEEKLY, MONTHLY or YEARLY; BYHOUR and BYMINUTE open further windows in a day
          FREQ=WEEKLY;UNTIL=20261231           | rule must have its UNTIL in UTC, such as UNTIL=20261231T220000Z
          FREQ=WEEKLY;UNTIL=20261231T220000    | rule must have its UNTIL in UTC, such as UNTIL=20261231T220000Z
          FREQ=WEEKLY;UNTIL=20251231T220000Z   | rule must open a window at least once from starts on
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30  | rule must open a window at least once from starts on
          FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30   | rule must open a window at least once from starts on
          FREQ=WEEKLY;BYDAY=SA;BYSETPOS=2      | rule must open a window at least once from starts on
          RSCALE=JULIAN;FREQ=YEARLY            | rule must be without RSCALE and SKIP, which are not of RFC 5545
          FREQ=WEEKLY;BYDAY=TU                 | starts must be when the rule opens a window, such as 2026-01-06T22:00
          FREQ=MONTHLY;BYDAY=-1SU              | starts must be when the rule opens a window, such as 2026-01-25T22:00
          FREQ=DAILY;BYHOUR=3;BYMINUTE=30      | starts must be when the rule opens a window, such as 2026-01-06T03:30
          """)
  void a_rule_opens_windows_now_and_then(String rule, String mistake) {
    assertThat(mistakes("Europe/Berlin", STARTS, rule)).containsExactly(mistake);
  }

  @Test
  void every_mistake_is_told_at_once() {
    assertThat(mistakes("Berlin", "today", "FREQ=HOURLY;UNTIL=20261231"))
        .containsExactly(
            "zone must be a time zone such as Europe/Berlin",
            "starts must be a local date and time such as 2026-01-05T22:00",
            TOO_OFTEN,
            "rule must have its UNTIL in UTC, such as UNTIL=20261231T220000Z");
  }

  private static List<String> mistakes(String zone, String starts, String rule) {
    return WindowReview.of(new Window(zone, starts, rule, 60, null));
  }
}
