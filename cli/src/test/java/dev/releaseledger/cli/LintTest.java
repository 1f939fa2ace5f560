package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest extends CliTest {
  private static final String REQUEST = "POST /projects/shop/environments/dev/lint";

  @BeforeEach
  void writeScripts() throws IOException {
    Files.createDirectories(home.resolve("db"));
    Files.writeString(home.resolve("db/001 add.sql"), "SELECT 'ä';\n");
    Files.writeString(home.resolve("db/002.sql"), "");
  }

  @Test
  void reads_like_a_compilers_output() {
    server.replies(REQUEST, 200, answer("lint"));

    Outcome outcome = run("lint", "db/001 add.sql", "db/002.sql");

    assertThat(outcome.out())
        .isEqualTo(
            """
            Tried on a copy of shop/dev (connection main, PostgreSQL 17)
            4 statements: 2 findings, 1 blocking, 1 breaking
            ! not on the copy: rule public.log (rules are not covered)

            db/001 add.sql:1  SET lock_timeout = '2s'
              took  0 ms

            db/001 add.sql:3  CREATE INDEX orders_by_customer ...
              lock  SHARE on public.orders: blocks writers
              work  scans public.orders
              took  4 ms
              ! blocking: index public.orders_by_customer is built while writers wait [build-index, index public.orders_by_customer]
                remedy: Build it with CONCURRENTLY.
                see: docs/rules/build-index.md

            db/001 add.sql:6  GRANT SELECT ON orders TO reporting
              left out  the roles of the server are not on the copy

            db/002.sql:1  ALTER TABLE orders ...
              failed  db/002.sql:2: column "totl" of relation "orders" does not exist (SQLSTATE 42703)
              hint    Perhaps you meant total.
              ! breaking: the statement fails on a copy of the schema: column "totl" of relation "orders" does not exist (SQLSTATE 42703) [statement-fails, statement at db/002.sql:1]
                remedy: Perhaps you meant total.
                see: docs/rules/statement-fails.md
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void sends_the_scripts_as_they_are_under_the_names_given() {
    server.replies(REQUEST, 200, answer("lint"));

    run("lint", "db/001 add.sql", "db/002.sql", "--connection", "main");

    JsonNode sent = server.last().json();
    assertThat(sent.path("connection").asText()).isEqualTo("main");
    assertThat(sent.path("files")).hasSize(2);
    assertThat(sent.at("/files/0/path").asText()).isEqualTo("db/001 add.sql");
    assertThat(sent.at("/files/0/sql").asText()).isEqualTo("SELECT 'ä';\n");
  }

  @ParameterizedTest
  @CsvSource({
    "metadata_only, 4",
    "low_lock, 4",
    "blocking, 4",
    "breaking, 4",
    "unsupported, 0",
  })
  void ends_with_4_when_a_finding_is_as_bad_as_the_caller_says(String threshold, int code) {
    server.replies(REQUEST, 200, answer("lint"));

    assertThat(run("lint", "db/002.sql", "--fail-on", threshold).code()).isEqualTo(code);
  }

  @Test
  void ends_with_0_when_there_is_nothing_to_find() throws Exception {
    JsonNode lint = Json.read(answer("lint"));
    lint.path("statements").forEach(statement -> ((ObjectNode) statement).putArray("findings"));
    server.replies(REQUEST, 200, lint.toString());

    Outcome outcome = run("lint", "db/002.sql", "--fail-on", "metadata_only");

    assertThat(outcome.out()).contains("4 statements: no findings\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void says_which_file_cannot_be_read_and_asks_nothing() {
    Outcome outcome = run("lint", "db/003.sql");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("db/003.sql does not exist", "unreadable-script.md");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void gives_code_scanning_a_result_for_each_finding() throws Exception {
    variables.put("LEDGER_DOCS_URL", "https://docs.example.org/ledger");
    server.replies(REQUEST, 200, answer("lint"));

    Outcome outcome = run("lint", "db/001 add.sql", "db/002.sql", "--format", "sarif");

    JsonNode log = Json.read(outcome.out());
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Release Ledger");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules.findValuesAsText("id")).containsExactly("build-index", "statement-fails");
    assertThat(rules.at("/0/helpUri").asText())
        .isEqualTo("https://docs.example.org/ledger/rules/build-index.md");
    JsonNode results = run.path("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0))
        .isEqualTo(
            Json.read(
                """
                {"ruleId": "build-index", "ruleIndex": 0, "level": "warning",
                 "message": {"text": "index public.orders_by_customer is built while writers wait. Build it with CONCURRENTLY."},
                 "locations": [{"physicalLocation": {
                   "artifactLocation": {"uri": "db/001%20add.sql"},
                   "region": {"startLine": 3, "endLine": 4}}}],
                 "properties": {"risk": "blocking", "object": "index public.orders_by_customer"}}
                """));
    assertThat(results.at("/1/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);
    assertThat(results.at("/1/level").asText()).isEqualTo("error");
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void a_rule_has_no_link_where_the_documentation_is_published_nowhere() throws Exception {
    server.replies(REQUEST, 200, answer("lint"));

    JsonNode log = Json.read(run("lint", "db/002.sql", "--format", "sarif").out());

    assertThat(log.at("/runs/0/tool/driver/rules/0").has("helpUri")).isFalse();
    assertThat(log.at("/runs/0/tool/driver/rules/0/help/text").asText())
        .contains("docs/rules/build-index.md");
  }
}
