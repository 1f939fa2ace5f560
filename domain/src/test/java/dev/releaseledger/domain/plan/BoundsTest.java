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
}
