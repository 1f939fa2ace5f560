package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCommandsTest extends CliTest {
  private static final String SCHEMA = "GET /projects/shop/environments/dev/schema";

  @Test
  void show_prints_the_script() {
    server.replies(SCHEMA + "?at=live", 200, answer("schema"));

    assertThat(run("schema", "show", "--at", "live").out())
        .startsWith("-- connection main, sha256:aaaa1111")
        .contains("CREATE TABLE public.order_items (\n    order_id bigint\n);\n")
        .endsWith("COMMENT ON COLUMN public.orders.note IS 'free text';\n");
  }

  @Test
  void show_asks_for_a_point_and_a_table() {
    server.replies(SCHEMA + "?at=%2341&table=orders&connection=main", 200, answer("schema"));

    assertThat(
            run("schema", "show", "--at", "#41", "--table", "orders", "--connection", "main")
                .code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "mermaid", "svg"})
  void show_prints_other_formats_as_they_come(String format) {
    server.replies(SCHEMA + "?format=" + format, 200, "what the service says\n  <b>");

    assertThat(run("schema", "show", "--format", format).out())
        .isEqualTo("what the service says\n  <b>\n");
  }

  @Test
  void show_tells_a_problem_in_other_formats_too() {
    server.replies(
        SCHEMA + "?at=nix&format=svg",
        404,
        """
        {"type": "https://docs.example/problems/unknown-point", "title": "Unknown point",
         "category": "not_found", "detail": "No schema is meant by nix.", "remedy": "Ask."}
        """);

    Outcome outcome = run("schema", "show", "--at", "nix", "--format", "svg");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("No schema is meant by nix.");
  }

  @Test
  void history_of_one_table_tells_what_became_of_each_part() {
    server.replies(SCHEMA + "/history?table=customers", 200, answer("schema-history"));

    assertThat(run("schema", "history", "--table", "customers").out())
        .isEqualTo(
            """
            table public.customers renamed, was table public.users
              #57, 2026-11-22 10:00:00Z, by ada, rel_02, ref 4f2a9c1b7d, rollout rol_02
              ~ column id
                type: integer -> bigint
              ~ column full_name, was name
              - index public.customers_name_idx  CREATE INDEX customers_name_idx ON public.users USING btree (name)
                1 part unchanged under renamed names

            table public.users added
              #41, 2026-11-21 10:00:00Z, baseline, by grace, rel_01
              + column id  integer not null
              + index public.users_pkey
              + index public.users_name
              + policy mine

            older ones: --before 41.1
            """);
  }

  @Test
  void history_of_everything_only_counts_what_came_as_a_whole() {
    server.replies(SCHEMA + "/history?limit=2&before=60", 200, answer("schema-history"));

    assertThat(run("schema", "history", "--limit", "2", "--before", "60").out())
        .contains(
            "table public.users added\n"
                + "  #41, 2026-11-21 10:00:00Z, baseline, by grace, rel_01\n"
                + "  1 column, 2 indexes, 1 policy\n");
  }

  @Test
  void history_is_of_a_table_or_of_another_object() {
    assertThat(run("schema", "history", "--table", "t", "--object", "view v").code()).isEqualTo(64);
  }

  @Test
  void diff_tells_each_change_and_ends_with_2() {
    server.replies(SCHEMA + "/diff?from=rel_01&to=current", 200, answer("schema-diff"));

    Outcome outcome = run("schema", "diff", "rel_01");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out())
        .isEqualTo(
            """
            from  rel_01, sha256:aaaa1111bbbb
            to    current, rel_02, 4f2a9c1b7d, sha256:cccc3333dddd

            + enum public.mood
              sad, glad
            ~ table public.users
              ~ column id
                default: 1 -> none
                type: integer -> bigint
            ~ view public.v
              query
                was  SELECT users.id, users.name FROM public.users
                is   SELECT users.id FROM public.users;
            """);
  }

  @Test
  void diff_of_the_same_ends_with_0() {
    server.replies(
        SCHEMA + "/diff?from=env%3Aprod&to=live",
        200,
        """
        {"from": {"point": "env:prod"}, "to": {"point": "live"},
         "connections": [{"name": "main", "changes": []}]}
        """);

    Outcome outcome = run("schema", "diff", "env:prod", "live");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).endsWith("No difference.\n");
  }

  @Test
  void diff_as_sql_is_what_leads_from_one_to_the_other() {
    server.replies(SCHEMA + "/diff?from=rel_01&to=current", 200, answer("schema-diff"));
    server.replies(SCHEMA + "/diff?from=rel_01&to=current&format=sql", 200, "ALTER TABLE t;\n");

    Outcome outcome = run("schema", "diff", "rel_01", "--format", "sql");

    assertThat(outcome.out()).isEqualTo("ALTER TABLE t;\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void blame_names_commit_authors_and_approvers_of_each_part() {
    server.replies(SCHEMA + "/blame?table=customers&at=rel_02", 200, answer("schema-blame"));

    assertThat(run("schema", "blame", "--table", "customers", "--at", "rel_02").out())
        .isEqualTo(
            """
            table public.customers
              PART             SINCE                 COMMIT      AUTHORS  APPROVED BY  BY     ROLLOUT   RELEASE
              table customers  2026-11-22 10:00:00Z  4f2a9c1b7d  ada      grace, joan  oscar  rol_02    rel_02
              column id        2026-11-21 10:00:00Z                                    grace  baseline  rel_01
            """);
  }
}
