package dev.releaseledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormatsTest extends CliTest {
  private static final String REQUEST = "POST /projects/shop/environments/dev/plan";
  private static final int LONGEST_COMMENT = 65_536;

  @ParameterizedTest
  @ValueSource(strings = {"text", "sql", "md"})
  void a_rehearsed_plan_is_written_as_approved(String format) throws IOException {
    server.replies(REQUEST, 200, answer("plan-rehearsed"));

    Outcome outcome = run("plan", "--ref", "v4", "--format", format);

    assertThat(outcome.out()).isEqualTo(approved("plan-rehearsed." + format));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "md"})
  void a_plan_that_was_not_rehearsed_is_written_as_approved(String format) throws IOException {
    server.replies(REQUEST, 200, answer("plan"));

    assertThat(run("plan", "--ref", "v3", "--format", format).out())
        .isEqualTo(approved("plan." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "md"})
  void a_blocked_plan_has_no_statement_to_run(String format) {
    server.replies(REQUEST, 200, answer("plan-blocked"));

    assertThat(run("plan", "--ref", "main", "--format", format).out())
        .containsIgnoringCase("blocked")
        .contains("foreign tables are not covered")
        .doesNotContain("BEGIN;", "SET ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "md"})
  void an_empty_plan_says_so(String format) {
    server.replies(REQUEST, 200, answer("plan-empty"));

    assertThat(run("plan", "--ref", REF, "--format", format).out())
        .containsIgnoringCase("nothing to do")
        .doesNotContain("BEGIN;", "<details>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "sql", "md"})
  void what_is_noticed_about_a_plan_is_said_even_if_nothing_is_to_do(String format)
      throws Exception {
    ObjectNode plan = (ObjectNode) Json.read(answer("plan-empty"));
    ObjectNode note = ((ObjectNode) plan.path("connections").get(0)).putArray("notes").addObject();
    note.put("rule", "column-order-differs").put("risk", "metadata_only");
    note.put("object", "table public.t").put("message", "the order is another one");
    server.replies(REQUEST, 200, plan.toString());

    assertThat(run("plan", "--ref", REF, "--format", format).out())
        .containsIgnoringCase("nothing to do")
        .contains("column-order-differs", "the order is another one")
        .doesNotContain("SET ");
  }

  @Test
  void a_rollout_can_be_a_comment_too() throws Exception {
    ObjectNode rollout = (ObjectNode) Json.read(answer("rollout-proposed"));
    rollout.set("plan", Json.read(answer("plan-rehearsed")));
    server.replies("GET /rollouts/rol_01", 200, rollout.toString());

    assertThat(run("rollout", "show", "rol_01", "--format", "md").out())
        .startsWith("<!-- release-ledger plan shop/prod -->\n### Plan for `shop/prod` to `v4")
        .contains("- rollout `rol_01` is **proposed**, approvals 0 of 1\n")
        .contains("DROP COLUMN fax;");
  }

  @Test
  void rules_are_links_where_the_documentation_is_published() {
    variables.put("LEDGER_DOCS_URL", "https://docs.example.org/ledger/");
    server.replies(REQUEST, 200, answer("plan-rehearsed"));

    assertThat(run("plan", "--ref", "v4", "--format", "md").out())
        .contains("[drop-column](https://docs.example.org/ledger/rules/drop-column.md)");
  }

  @Test
  void a_comment_is_never_too_long_and_loses_its_statements_first() throws Exception {
    server.replies(REQUEST, 200, enlarged(100, "x".repeat(2_000)));

    String comment = run("plan", "--ref", "v4", "--format", "md").out();

    assertThat(comment.length()).isBetween(LONGEST_COMMENT - 4_000, LONGEST_COMMENT);
    assertThat(comment)
        .contains("| 100 |", "</details>")
        .containsPattern(
            "\\*\\*Left out\\*\\* to stay below 65,536 characters: \\d+ statements\\.");
  }

  @Test
  void a_comment_on_very_many_steps_says_how_many_are_left_out() throws Exception {
    server.replies(REQUEST, 200, enlarged(2_000, "a short one"));

    String comment = run("plan", "--ref", "v4", "--format", "md").out();

    assertThat(comment.length()).isLessThanOrEqualTo(LONGEST_COMMENT);
    assertThat(comment)
        .containsPattern("\\d+ steps, 2000 findings, 2000 statements\\.")
        .doesNotContain("<details>");
  }

  @Test
  void nothing_in_a_name_becomes_markup_or_a_statement() throws Exception {
    ObjectNode plan = (ObjectNode) Json.read(answer("plan"));
    ObjectNode step = (ObjectNode) plan.at("/connections/0/stages/0/steps/0");
    step.put("summary", "add column public.\"a|b`c<i>@ada\nDROP TABLE t;--\"");
    server.replies(REQUEST, 200, plan.toString());

    assertThat(run("plan", "--ref", "v3", "--format", "md").out())
        .contains("| 1 | add column public.\"a\\|b\\`c&lt;i&gt;@<!-- -->ada DROP TABLE t;--\" |");
    assertThat(run("plan", "--ref", "v3", "--format", "sql").out())
        .contains("-- DROP TABLE t;--\" [metadata_only]\n");
  }

  @Test
  void statements_are_written_byte_for_byte() throws Exception {
    ObjectNode plan = (ObjectNode) Json.read(answer("plan"));
    String sql =
        "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n\n SELECT ' a  \n  ```';\n$$";
    ((ObjectNode) plan.at("/connections/0/stages/0/steps/0")).put("sql", sql);
    server.replies(REQUEST, 200, plan.toString());

    assertThat(run("plan", "--ref", "v3", "--format", "sql").out()).contains("\n" + sql + ";\n");
    assertThat(run("plan", "--ref", "v3", "--format", "md").out())
        .contains("````sql\n", "\n" + sql + ";\n", "\n````\n\n</details>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whoami --format sql", "apply --ref x --format md", "plan --format sarif"})
  void other_commands_do_not_have_these_formats(String line) {
    Outcome outcome = run((line + (line.startsWith("plan") ? " --ref x" : "")).split(" "));

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("the formats of this command are text, json");
    assertThat(server.requests()).isEmpty();
  }

  private static String enlarged(int steps, String filler) throws Exception {
    ObjectNode plan = (ObjectNode) Json.read(answer("plan-rehearsed"));
    ArrayNode all = (ArrayNode) plan.at("/connections/0/stages/0/steps");
    ObjectNode first = (ObjectNode) all.get(0);
    all.removeAll();
    for (int number = 1; number <= steps; number++) {
      ObjectNode step = first.deepCopy();
      step.put("number", number).put("sql", "SELECT '" + filler + "'");
      all.add(step);
    }
    plan.withArray("/connections/0/stages").remove(2);
    plan.withArray("/connections/0/stages").remove(1);
    plan.withArray("/connections/0/rehearsal/findings").removeAll();
    plan.withArray("/connections/0/preflight/checks").removeAll();
    return plan.toString();
  }

  private static String approved(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CliTest.class.getResourceAsStream("/approved/" + name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
