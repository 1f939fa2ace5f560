package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project holds its schema to, from the file beside the schema to what it stops. */
class StandardsAcceptanceTest extends AcceptanceTest {

  private static final String LEGACY =
      """
      CREATE TABLE "Person" (id bigint PRIMARY KEY, born timestamp, document json);
      CREATE TABLE log (line text);
      """;
  private static final String DATA_DESIGN = "preset: data-design\n";
  private static final String ORDERS =
      LEGACY
          + """
          CREATE TABLE "orders" (
            id bigint PRIMARY KEY,
            person_id bigint CONSTRAINT owner REFERENCES "Person",
            placed timestamp
          );
          """;
  private static final String BETTER =
      LEGACY
          + """
          CREATE TABLE orders (
            id bigint PRIMARY KEY,
            person_id bigint CONSTRAINT fk_orders_person_id REFERENCES "Person" ON DELETE RESTRICT,
            placed timestamptz
          );
          CREATE INDEX idx_orders_person_id ON orders (person_id);
          """;

  @BeforeEach
  void haveLegacy() {
    environment("dev");
    repository.declare(LEGACY);
    String _ = release("dev", "main");
  }

  private void declare(String standards, String sql) {
    String _ =
        repository.commit(Map.of("schema/standards.yaml", standards, "schema/schema.sql", sql));
  }

  @Test
  void a_project_without_standards_is_told_so() {
    ledgerctl("standards check --env dev --ref main --all")
        .exits(0)
        .prints("no findings", "no standards: there is no standards.yaml that asks for any");
  }

  @Test
  void what_was_there_is_told_on_request_only() {
    declare(DATA_DESIGN, LEGACY);

    ledgerctl("standards check --env dev --ref main").exits(0).prints("no findings");
    ledgerctl("plan --env dev --ref main").exits(0).prints("nothing to do");
    ledgerctl("standards check --env dev --ref main --all")
        .exits(4)
        .prints(
            "2 errors, 3 warnings",
            "error: table public.log has no primary key",
            "error: column public.\"Person\".born is a timestamp without time zone",
            "warning: table public.\"Person\" is not in snake_case",
            "warning: table public.log is not in the plural",
            "warning: column public.\"Person\".document is of type json");
  }

  @Test
  void what_a_plan_brings_is_in_the_plan_and_an_error_stops_it_with_or_without_force() {
    declare(DATA_DESIGN, ORDERS);
    Standing before = standing("dev");

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints(
            "standards: 1 error, 3 warnings; an apply is refused",
            "error: column public.orders.placed is a timestamp without time zone",
            "warning: constraint public.orders.owner is not named as fk_{table}_{columns}",
            "remedy: Name it fk_orders_person_id.",
            "warning: constraint public.orders.owner has no index on (person_id)",
            "see: docs/rules/foreign-key-cascade-not-stated.md");
    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(4)
        .says("standards-violated", "public.orders.placed", "[timestamp-without-time-zone]");
    assertThat(standing("dev")).isEqualTo(before);
    awaitLast("dev", "apply-refused");
  }

  @Test
  void a_finding_is_told_once_and_as_the_project_minds_it() {
    declare(DATA_DESIGN, ORDERS);

    JsonNode plan = ledgerctl("plan --env dev --ref main --format json").exits(0).json();

    assertThat(plan.findValuesAsText("rule"))
        .filteredOn("foreign-key-without-index"::equals)
        .hasSize(1);
    JsonNode notes = plan.path("connections").path(0).path("notes");
    assertThat(notes.findValuesAsText("severity"))
        .containsExactly("error", "warning", "warning", "warning");
  }

  @Test
  void what_is_as_the_standards_say_is_applied() {
    declare(DATA_DESIGN, BETTER);

    ledgerctl("standards check --env dev --ref main").exits(0).prints("no findings");
    String _ = release("dev", "main");
  }

  @Test
  void warnings_stop_nothing_and_are_kept_with_the_rollout() {
    declare(DATA_DESIGN + "rules:\n  timestamp-without-time-zone: warning\n", ORDERS);

    String _ = release("dev", "main");

    assertThat(rollout("dev").path("plan").findValuesAsText("severity"))
        .containsOnly("warning")
        .hasSize(4);
  }

  @Test
  void standards_are_those_of_the_ref_that_is_planned() {
    declare(DATA_DESIGN, ORDERS);
    repository.tag("strict");
    declare("rules:\n  json-column: off\n", ORDERS);

    ledgerctl("standards check --env dev --ref strict").exits(4);
    ledgerctl("standards check --env dev --ref main").exits(0);
  }

  @Test
  void what_is_renamed_is_looked_at_again() {
    declare(
        DATA_DESIGN, "-- ledger:renamed-from \"Person\"\n" + LEGACY.replace("Person", "People_"));

    ledgerctl("standards check --env dev --ref main")
        .exits(0)
        .prints("1 warning", "table public.\"People_\" is not in snake_case");
  }

  @Test
  void every_mistake_of_the_file_is_told_and_nothing_is_planned() {
    declare("preset: house\nrules:\n  table-nme: error\n  json-column: loud\n", LEGACY);

    for (String command : new String[] {"plan", "apply --only schema", "standards check"}) {
      ledgerctl(command + " --env dev --ref main")
          .exits(1)
          .says(
              "invalid-standards",
              "schema/standards.yaml has 3 mistakes",
              "preset must be one of: alembic, data-design, none",
              "rules.table-nme is not a setting",
              "rules.json-column must be one of: error, info, off, warning");
    }
  }

  @Test
  void a_file_that_is_no_yaml_is_told_where() {
    declare("preset: none\npreset: alembic\n", LEGACY);

    ledgerctl("plan --env dev --ref main").exits(1).says("line 2", "duplicate key");
  }
}
