package dev.releaseledger.domain.policy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideningTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "integer | bigint",
        "smallint | integer",
        "real | double precision",
        "integer | numeric(12,2)",
        "bigint | numeric",
        "numeric(10,2) | numeric(18,2)",
        "numeric(10,2) | numeric",
        "character varying(20) | character varying(64)",
        "character varying(20) | character varying",
        "character varying(20) | text",
        "character varying | text",
        "text | character varying",
        "character(5) | character(9)",
        "bit varying(3) | bit varying",
        "timestamp(3) without time zone | timestamp without time zone",
        "time(0) with time zone | time(6) with time zone",
      })
  void holds_all_values(String from, String to) {
    assertThat(Widening.widens(from, to)).isTrue();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "bigint | integer",
        "integer | numeric(9,2)",
        "integer | numeric(10,-3)",
        "numeric(10,2) | numeric(10,4)",
        "numeric | numeric(18,2)",
        "double precision | real",
        "text | character varying(20)",
        "character varying(64) | character varying(20)",
        "character(5) | character varying(9)",
        "bit(3) | bit(4)",
        "integer | text",
        "timestamp without time zone | timestamp with time zone",
        "timestamp without time zone | timestamp(3) without time zone",
        "json | jsonb",
        "date | timestamp without time zone",
        "public.mood | text",
      })
  void does_not_hold_all_values(String from, String to) {
    assertThat(Widening.widens(from, to)).isFalse();
  }
}
