package dev.releaseledger.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {

  @Test
  void each_form_means_one_thing() {
    assertThat(Point.parse(null)).isEqualTo(new Point.Current());
    assertThat(Point.parse(" ")).isEqualTo(new Point.Current());
    assertThat(Point.parse("current")).isEqualTo(new Point.Current());
    assertThat(Point.parse("now")).isEqualTo(new Point.Current());
    assertThat(Point.parse("live")).isEqualTo(new Point.Live());
    assertThat(Point.parse("rel_01KFDDHK80")).isEqualTo(new Point.OfRelease("rel_01KFDDHK80"));
    assertThat(Point.parse("#41")).isEqualTo(new Point.At(41));
    assertThat(Point.parse("env:live")).isEqualTo(new Point.OfEnvironment("live"));
    assertThat(Point.parse("ref:current")).isEqualTo(new Point.OfRef("current"));
    assertThat(Point.parse("prod")).isEqualTo(new Point.Word("prod"));
    assertThat(Point.parse("feature/2026-11-21")).isEqualTo(new Point.Word("feature/2026-11-21"));
    assertThat(Point.parse("v1.2#3")).isEqualTo(new Point.Word("v1.2#3"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z",
    "2026-11-21T10:00Z, 2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00.5+01:00, 2026-11-21T09:00:00.5Z",
    "2026-11-21, 2026-11-21T00:00:00Z"
  })
  void an_instant_says_in_which_zone_and_a_date_begins_in_utc(String point, Instant instant) {
    assertThat(Point.parse(point)).isEqualTo(new Point.Then(instant));
  }

  @ParameterizedTest
  @CsvSource({
    "#, a number",
    "#-1, a number",
    "#1.5, a number",
    "#99999999999999999999, a number",
    "env:, behind the colon",
    "'ref: ', behind the colon",
    "2026-11-21T10:00:00, time zone",
    "2026-02-30, no such instant",
    "2026-11-21T25:00Z, no such instant",
    "2026-11-21Tea, no such instant"
  })
  void what_cannot_be_meant_is_refused_with_the_reason(String point, String why) {
    assertThatThrownBy(() -> Point.parse(point))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().slug()).isEqualTo("unknown-point");
              assertThat(refused.refusal().detail()).contains(why);
            });
  }
}
