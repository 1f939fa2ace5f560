package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instant is read as Java itself reads it. */
class InstantReaderTest {

  private static final long YEAR_0001 = -62_135_596_800L;
  private static final long YEAR_9999 = 253_402_300_799L;

  private final ObjectMapper mapper = LedgerJson.mapper();

  private Instant read(String text) throws JsonProcessingException {
    return mapper.readValue("\"" + text + "\"", Instant.class);
  }

  @Test
  void what_is_written_is_read() throws JsonProcessingException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 2000; i++) {
      int nanos = random.nextInt(1_000_000_000);
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(YEAR_0001, YEAR_9999), i % 3 == 0 ? 0 : nanos - nanos % (i % 7 + 1));

      assertThat(mapper.readValue(mapper.writeValueAsString(instant), Instant.class))
          .isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T23:59:59Z",
        "2026-01-20T10:00:00.5Z",
        "2026-01-20T10:00:00.123456789Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "2026-01-20T10:00:00+02:00",
        "2026-01-20T24:00:00Z",
        "2026-01-20T10:00:00.Z"
      })
  void every_form_means_what_it_means_to_java(String text) throws JsonProcessingException {
    assertThat(read(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-01-20T25:00:00Z",
        "2026-01-20T10:60:00Z",
        "2026-01-20T10:00Z",
        "2026-01-20T10:00:00",
        "yesterday"
      })
  void what_is_no_instant_is_not_read(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
  }
}
