package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.policy.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
               |                              | JSON
               | */*                          | JSON
               | application/json             | JSON
               | text/csv                     | CSV
               | text/csv, */*;q=0.1          | CSV
               | text/csv;q=0.5, application/json | JSON
               | text/csv;q=0, */*            | JSON
               | application/jsonl            | JSONL
               | application/x-ndjson         | JSONL
               | text/html                    | JSON
               | no type at all               | JSON
          csv  | application/json             | CSV
          jsonl|                              | JSONL
          json | text/csv                     | JSON
          """)
  void the_parameter_says_which_and_else_the_header(
      @Nullable String named, @Nullable String accept, TimelineFormat format) {
    assertThat(TimelineFormat.of(named, accept)).isEqualTo(format);
  }

  @Test
  void another_name_is_refused() {
    assertThatThrownBy(() -> TimelineFormat.of("xml", null)).isInstanceOf(Refused.class);
  }
}
