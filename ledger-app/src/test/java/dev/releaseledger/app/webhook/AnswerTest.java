package dev.releaseledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.port.Receipt.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver's answer means. */
class AnswerTest {

  private static final URI URL = URI.create("https://hooks.example/services/T0/xyz?key=hidden");
  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "200, TAKEN",
    "202, TAKEN",
    "204, TAKEN",
    "302, FAILED",
    "400, FAILED",
    "404, FAILED",
    "410, GONE",
    "429, FAILED",
    "500, FAILED",
    "503, FAILED"
  })
  void a_status_says_how_it_went(int status, Outcome outcome) {
    assertThat(new Answer(status, null, "").receipt(URL, NOW).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "120, PT2M",
        "0, PT0S",
        "'Tue, 20 Jan 2026 10:05:00 GMT', PT5M",
        "'Tue, 20 Jan 2026 09:00:00 GMT', none",
        "soon, none",
        "-5, none",
        "99999999999999, none"
      })
  void a_receiver_says_when_it_wants_to_be_asked_again(String header, Duration expected) {
    assertThat(new Answer(503, header, "").receipt(URL, NOW).retryAfter()).isEqualTo(expected);
  }

  @Test
  void what_it_says_is_kept_short_in_one_line_and_without_the_secret() {
    String page = "no such\r\n\thook /services/T0/xyz\u0000 with key=hidden " + "x".repeat(5000);

    Receipt receipt = new Answer(404, null, page).receipt(URL, NOW);

    assertThat(receipt.text())
        .startsWith("it answered 404: no such hook ... with ... xxx")
        .doesNotContain("\n", "T0", "hidden")
        .hasSizeLessThan(250);
  }
}
