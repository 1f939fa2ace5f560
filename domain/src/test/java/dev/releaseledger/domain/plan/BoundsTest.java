package dev.releaseledger.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.PartitionBound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RANGE (day) | FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')"
            + " | day IS NOT NULL AND day >= '2026-01-01' AND day < '2027-01-01'",
        "RANGE (id) | FOR VALUES FROM (1) TO (MAXVALUE) | id IS NOT NULL AND id >= 1",
        "RANGE (id) | FOR VALUES FROM (MINVALUE) TO ('-5') | id IS NOT NULL AND id < '-5'",
        "RANGE (\"A b\") | FOR VALUES FROM ('it''s') TO ('x')"
            + " | \"A b\" IS NOT NULL AND \"A b\" >= 'it''s' AND \"A b\" < 'x'",
        "LIST (region) | FOR VALUES IN ('eu', 'us')"
            + " | region IS NOT NULL AND region IN ('eu', 'us')",
        "LIST (region) | FOR VALUES IN ('a, b', NULL) | region IS NULL OR region IN ('a, b')",
        "LIST (region) | FOR VALUES IN (NULL) | region IS NULL",
      })
  void a_bound_is_a_condition_on_rows(String key, String bound, String condition) {
    assertThat(Bounds.condition(key, new PartitionBound("public.p", bound))).hasValue(condition);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "HASH (id) | FOR VALUES WITH (modulus 2, remainder 0)",
        "RANGE (a, b) | FOR VALUES FROM (1, 2) TO (3, 4)",
        "RANGE (lower(a)) | FOR VALUES FROM ('a') TO ('b')",
        "LIST (region) | DEFAULT",
        "RANGE (a) | FOR VALUES FROM (1) TO (2) WITH (more)",
      })
  void what_a_check_cannot_prove_is_left(String key, String bound) {
    assertThat(Bounds.condition(key, new PartitionBound("public.p", bound))).isEmpty();
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          FOR VALUES FROM (1) TO (10)            | FOR VALUES FROM (10) TO (20)            | true
          FOR VALUES FROM (10) TO (20)           | FOR VALUES FROM (1) TO (10)             | true
          FOR VALUES FROM (9) TO (20)            | FOR VALUES FROM (1) TO (10)             | false
          FOR VALUES FROM ('1.5') TO ('2')       | FOR VALUES FROM (2.00) TO (3)           | true
          FOR VALUES FROM (MINVALUE) TO (10)     | FOR VALUES FROM (10) TO (MAXVALUE)      | true
          FOR VALUES FROM (1) TO (MAXVALUE)      | FOR VALUES FROM (10) TO (MAXVALUE)      | false
          FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') | FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') | true
          FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') | FOR VALUES FROM ('2024-07-01') TO ('2027-01-01') | false
          FOR VALUES FROM ('a') TO ('b')         | FOR VALUES FROM ('c') TO ('d')          | false
          FOR VALUES IN ('a', NULL)              | FOR VALUES IN ('b')                     | true
          FOR VALUES IN ('a', NULL)              | FOR VALUES IN ('A')                     | false
          FOR VALUES IN (1)                      | FOR VALUES IN (1.0)                     | false
          FOR VALUES IN (1)                      | DEFAULT                                 | false
          FOR VALUES WITH (modulus 2, remainder 0) | FOR VALUES WITH (modulus 2, remainder 1) | false
          """)
  void tells_bounds_that_no_row_is_within_both_of(String one, String other, boolean disjoint) {
    assertThat(
            Bounds.disjoint(
                new PartitionBound("public.p", one), new PartitionBound("public.p", other)))
        .isEqualTo(disjoint);
  }
}
