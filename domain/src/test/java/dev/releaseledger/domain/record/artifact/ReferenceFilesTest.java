package dev.releaseledger.domain.record.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and bytes that the readers of these files compute for themselves. */
class ReferenceFilesTest {

  private static final LedgerAction ADD_NAME =
      new LedgerAction(
          "sch_352d448283a36b850ec852b7",
          "add_column",
          "name",
          "metadata_only",
          true,
          "apply",
          "applied",
          List.of(
              "SET lock_timeout = '5s'",
              "SET statement_timeout = '60s'",
              "ALTER TABLE \"landing\".\"orders\" ADD COLUMN \"name\" text"),
          "source column missing in target; nullable ADD COLUMN is metadata-only or low-lock for"
              + " supported sinks",
          new TreeMap<>());

  private static final LedgerFile LEDGER =
      new LedgerFile(
          "run01",
          "landing.orders",
          "postgres",
          "applied",
          List.of(),
          List.of(ADD_NAME),
          new TreeMap<>());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres | landing.orders | add_column | name | source column missing in target"
            + " | sch_352d448283a36b850ec852b7",
        "postgres | public.orders | type_widen | id | type differs but can be widened"
            + " | sch_ab1aa8d31595501d71834d97",
        "postgres | public.orders | add_column | name | source column missing in target"
            + " | sch_95b03011719eed5237f66203",
        "mssql | dbo.orders | add_column | name | source column missing in target"
            + " | sch_33921df24842bf755e3cf3ac",
        "postgres | landing.orders | add_generated_column | amount"
            + " | incompatible type change is routed to generated compatibility column"
            + " | sch_d375c66b02f36f18f0753e26",
        "postgres | landing.orders | drop_column | legacy | target column missing in source"
            + " | sch_1906ad5d4c88f728e378b19d"
      })
  void a_change_has_the_id_that_others_give_it(
      String dialect, String table, String type, String column, String reason, String id) {
    assertThat(ReferenceIds.change(dialect, table, type, column, reason)).isEqualTo(id);
  }

  @Test
  void a_ledger_file_has_the_name_that_follows_from_its_content() {
    assertThat(LEDGER.name()).isEqualTo("schema_change_run01_2db84867aeaada45.json");
    assertThat(LEDGER.file().content())
        .startsWith("{\n  \"actions\": [\n    {\n      \"approval_status\": \"applied\",\n")
        .contains("  \"blockers\": [],\n", "  \"online_eligible\": true,\n")
        .endsWith("  \"table\": \"landing.orders\"\n}\n");
  }

  @Test
  void what_is_said_beside_the_first_shape_changes_the_name_with_the_content() {
    LedgerFile more =
        new LedgerFile(
            LEDGER.runId(),
            LEDGER.table(),
            LEDGER.dialect(),
            LEDGER.status(),
            LEDGER.blockers(),
            LEDGER.actions(),
            new TreeMap<>(Map.of("connection", "main")));

    assertThat(more.name()).isNotEqualTo(LEDGER.name());
    assertThat(more.payload()).containsAllEntriesOf(LEDGER.payload());
  }

  @Test
  void an_approval_has_the_id_of_its_ledger_its_approver_and_the_status_of_the_ledger() {
    assertThat(ReferenceIds.approval("ledger.json", "alice", "applied"))
        .isEqualTo("appr_18b518362df1ef82165da7da");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a\"b\\c | \"a\\\"b\\\\c\"",
        "größe | \"größe\"",
        "~tab\there~ | \"tab\\there\"",
        "~bell\u0007~ | \"bell\\u0007\"",
        "~del\u007f~ | ~\"del\u007f\"~",
        "a/b | \"a/b\""
      })
  void texts_are_written_as_python_writes_them(String text, String json) {
    assertThat(SortedJson.line(text)).isEqualTo(json);
  }

  @Test
  void keys_are_sorted_and_empty_things_stay_in_their_line() {
    Map<String, Object> value = new TreeMap<>();
    value.put("b", List.of(1, 2L, true));
    value.put("a", Map.of());
    value.put("c", List.of());

    assertThat(SortedJson.line(value)).isEqualTo("{\"a\": {}, \"b\": [1, 2, true], \"c\": []}");
    assertThat(SortedJson.file(value))
        .isEqualTo("{\n  \"a\": {},\n  \"b\": [\n    1,\n    2,\n    true\n  ],\n  \"c\": []\n}\n");
  }
}
