package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts, tried on a copy of what an environment's database is. */
class LintAcceptanceTest extends AcceptanceTest {

  private static final String SCHEMA =
      """
      CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(50), fax text);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total integer);
      """;

  @SuppressWarnings("NullAway.Init")
  private Database target;

  @BeforeEach
  void haveTables() {
    target = environment("dev");
    repository.declare(SCHEMA);
    String _ = release("dev", "main");
    target.execute("INSERT INTO customers VALUES (1, 'Ada', '1')");
  }

  @Test
  void an_index_is_told_apart_by_the_way_it_is_built() {
    JsonNode plain =
        linted("SET lock_timeout = '1s'; CREATE INDEX i ON orders (customer_id);").get(1);
    JsonNode concurrent =
        linted("SET lock_timeout = '1s'; CREATE INDEX CONCURRENTLY i ON orders (customer_id);")
            .get(1);

    assertThat(locks(plain)).containsExactly("SHARE public.orders");
    assertThat(scans(plain)).containsExactly("public.orders");
    assertThat(rules(plain)).contains("build-index");
    assertThat(locks(concurrent)).contains("SHARE UPDATE EXCLUSIVE public.orders");
    assertThat(rules(concurrent)).doesNotContain("build-index", "statement-fails");
  }

  @Test
  void an_index_that_cannot_be_built_in_a_transaction_fails_and_the_rest_is_left_out() {
    List<JsonNode> statements =
        linted(
            """
            BEGIN;
            CREATE INDEX CONCURRENTLY i ON orders (customer_id);
            ALTER TABLE orders ADD COLUMN note text;
            COMMIT;
            ALTER TABLE orders ADD COLUMN remark text;
            """);

    assertThat(statuses(statements)).containsExactly("ran", "failed", "left_out", "ran", "ran");
    assertThat(statements.get(1).at("/failure/sqlState").asText()).isEqualTo("25001");
    assertThat(statements.get(1).path("line").asInt()).isEqualTo(2);
    assertThat(rules(statements.get(1))).containsExactly("not-in-transaction");
    assertThat(statements.get(2).path("leftOut").asText()).contains("has failed before");
  }

  @Test
  void what_a_transaction_holds_is_told_once_and_undone_by_a_rollback() {
    List<JsonNode> statements =
        linted(
            """
            BEGIN;
            SET LOCAL lock_timeout = '3s';
            ALTER TABLE orders ADD COLUMN note text;
            ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x';
            ROLLBACK;
            ALTER TABLE orders ADD COLUMN note text;
            """);

    assertThat(statuses(statements)).containsOnly("ran");
    assertThat(statements.get(2).path("inTransaction").asBoolean()).isTrue();
    assertThat(statements.get(2).path("lockTimeoutMillis").asInt()).isEqualTo(3000);
    assertThat(locks(statements.get(2))).containsExactly("ACCESS EXCLUSIVE public.orders");
    assertThat(locks(statements.get(3))).isEmpty();
    assertThat(statements.get(5).path("lockTimeoutMillis").asInt()).isZero();
  }

  @Test
  void not_null_scans_and_a_proven_one_does_not() {
    List<JsonNode> statements =
        linted(
            """
            SET lock_timeout = '1s';
            ALTER TABLE orders ALTER COLUMN total SET NOT NULL;
            ALTER TABLE orders ADD CONSTRAINT c CHECK (customer_id IS NOT NULL) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT c;
            ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;
            """);

    assertThat(scans(statements.get(1))).containsExactly("public.orders");
    assertThat(rules(statements.get(1))).contains("set-not-null");
    assertThat(scans(statements.get(2))).isEmpty();
    assertThat(locks(statements.get(3))).containsExactly("SHARE UPDATE EXCLUSIVE public.orders");
    assertThat(scans(statements.get(4))).isEmpty();
  }

  @Test
  void a_foreign_key_locks_both_tables() {
    JsonNode statement =
        linted("ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers;").getFirst();

    assertThat(locks(statement))
        .contains("SHARE ROW EXCLUSIVE public.customers", "SHARE ROW EXCLUSIVE public.orders");
    assertThat(rules(statement)).contains("add-foreign-key");
  }

  @Test
  void a_type_change_rewrites_and_a_wider_varchar_does_not() {
    List<JsonNode> statements =
        linted(
            """
            ALTER TABLE orders ALTER COLUMN total TYPE bigint;
            ALTER TABLE customers ALTER COLUMN name TYPE varchar(80);
            """);

    assertThat(texts(statements.get(0).at("/measured/rewrites"))).contains("public.orders");
    assertThat(rules(statements.get(0))).contains("change-type-rewrites");
    assertThat(texts(statements.get(1).at("/measured/rewrites"))).isEmpty();
  }

  @Test
  void a_dropped_column_is_breaking_and_the_data_is_still_there() {
    List<String> before = target.catalogRows();
    script("drop.sql", "SET lock_timeout = '1s';\n\nALTER TABLE customers DROP COLUMN fax;\n");

    ledgerctl("lint --env dev drop.sql").exits(4).prints("drop.sql:3", "drop-column", "breaking");
    ledgerctl("lint --env dev drop.sql --fail-on unsupported").exits(0);

    assertThat(target.catalogRows()).isEqualTo(before);
    assertThat(target.query("SELECT fax FROM customers")).containsExactly("1");
  }

  @Test
  void a_mistake_is_told_with_its_line_and_the_script_goes_on() {
    List<JsonNode> statements =
        linted("ALTER TABLE orders\n  ADD COLUMN;\n\nSELECT 1;\nALTER TABLE nowhere ADD a int;\n");

    assertThat(statuses(statements)).containsExactly("failed", "ran", "failed");
    assertThat(statements.get(0).at("/failure/line").asInt()).isEqualTo(2);
    assertThat(statements.get(0).at("/failure/sqlState").asText()).isEqualTo("42601");
    assertThat(statements.get(2).path("line").asInt()).isEqualTo(5);
    assertThat(rules(statements.get(2))).containsExactly("statement-fails");
  }

  @Test
  void a_later_script_finds_what_an_earlier_one_made_but_not_its_settings() {
    script("one.sql", "SET lock_timeout = '1s'; CREATE TABLE notes (id bigint);");
    script("two.sql", "ALTER TABLE notes ADD COLUMN note text;");

    List<JsonNode> statements =
        items(
            ledgerctl("lint --env dev one.sql two.sql --format json")
                .exits(0)
                .json()
                .path("statements"));

    assertThat(statuses(statements)).containsOnly("ran");
    assertThat(statements.get(2).path("file").asText()).isEqualTo("two.sql");
    assertThat(statements.get(2).path("lockTimeoutMillis").asInt()).isZero();
    assertThat(locks(statements.get(2))).isEmpty();
  }

  @Test
  void a_lock_without_a_limit_work_under_it_and_an_open_end_are_told() {
    List<JsonNode> statements =
        linted(
            """
            BEGIN;
            ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
            ALTER TABLE orders VALIDATE CONSTRAINT c;
            """);

    assertThat(rules(statements.get(1))).contains("missing-lock-timeout");
    assertThat(texts(statements.get(2).at("/measured/locks"))).isEmpty();
    assertThat(items(statements.get(2).path("held")).getFirst().path("mode").asText())
        .isEqualTo("ACCESS EXCLUSIVE");
    assertThat(rules(statements.get(2))).contains("blocking-lock", "transaction-left-open");
  }

  @Test
  void a_rename_is_no_loss_and_breaks_its_users_all_the_same() {
    assertThat(rules(linted("ALTER TABLE customers RENAME COLUMN fax TO facsimile;").getFirst()))
        .contains("rename")
        .doesNotContain("drop-column");
  }

  @Test
  void what_concerns_the_server_is_left_out_and_said_so() {
    List<JsonNode> statements =
        linted(
            """
            \\set ON_ERROR_STOP on
            CREATE ROLE intruder;
            GRANT SELECT ON orders TO reporting;
            ALTER TABLE orders OWNER TO somebody;
            SET ROLE somebody;
            COPY orders FROM '/etc/passwd';
            """);

    assertThat(statuses(statements)).containsOnly("left_out");
  }

  @Test
  void code_scanning_gets_a_result_at_the_line() {
    script("drop.sql", "\nALTER TABLE customers DROP COLUMN fax;\n");

    JsonNode run =
        ledgerctl("lint --env dev drop.sql --format sarif").exits(4).json().at("/runs/0");

    JsonNode result =
        items(run.path("results")).stream()
            .filter(found -> found.path("ruleId").asText().equals("drop-column"))
            .findFirst()
            .orElseThrow();
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("drop.sql");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);
  }

  @Test
  void a_viewer_may_not_try_scripts() {
    script("one.sql", "SELECT 1;");
    enter("eve", "viewer");
    enter("ada", "deployer");

    as("eve viewer", "lint --env dev one.sql").exits(4);
    as("ada deployer", "lint --env dev one.sql").exits(0);
  }

  private List<JsonNode> linted(String sql) {
    script("script.sql", sql);
    return items(
        ledgerctl("lint --env dev script.sql --fail-on unsupported --format json")
            .exits(0)
            .json()
            .path("statements"));
  }

  private void script(String name, String sql) {
    try {
      Files.writeString(home.resolve(name), sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> statuses(List<JsonNode> statements) {
    return statements.stream().map(statement -> statement.path("status").asText()).toList();
  }

  private static List<String> locks(JsonNode statement) {
    return items(statement.at("/measured/locks")).stream()
        .map(lock -> lock.path("mode").asText() + " " + lock.path("relation").asText())
        .toList();
  }

  private static List<String> scans(JsonNode statement) {
    return texts(statement.at("/measured/scans"));
  }

  private static List<String> rules(JsonNode statement) {
    return items(statement.path("findings")).stream()
        .map(finding -> finding.path("rule").asText())
        .toList();
  }
}
