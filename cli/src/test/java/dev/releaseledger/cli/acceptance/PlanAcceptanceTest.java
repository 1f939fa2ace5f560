package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans in every format, of a real service. */
class PlanAcceptanceTest extends AcceptanceTest {

  private static final String BEFORE =
      """
      CREATE TABLE customers (id bigint PRIMARY KEY, name text, fax text);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);
      """;
  private static final String AFTER =
      """
      CREATE TYPE mood AS ENUM ('good', 'bad');
      CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, mood mood);
      CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
      CREATE INDEX orders_by_customer ON orders (customer_id);
      """;

  @Test
  void the_script_of_a_plan_does_by_hand_what_an_apply_does() throws SQLException {
    Database byHand = environment("hand");
    Database applied = environment("dev");
    repository.declare(BEFORE);
    String _ = release("hand", "main");
    String _ = release("dev", "main");
    for (Database database : new Database[] {byHand, applied}) {
      database.execute(
          "INSERT INTO customers VALUES (1, 'Ada', '1'); INSERT INTO orders VALUES (1, 1)");
    }
    repository.declare(AFTER);

    execute(byHand, ledgerctl("plan --env hand --ref main --format sql").exits(0).out());
    ledgerctl("apply --env dev --ref main --force").exits(0);

    assertThat(fingerprint("hand")).isEqualTo(fingerprint("dev"));
  }

  @Test
  void a_plan_says_who_is_blocked_and_links_nothing_it_does_not_know() {
    environment("dev").execute("SELECT 1");
    repository.declare(BEFORE);
    String _ = release("dev", "main");
    repository.declare(AFTER);

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("locks: ", "blocks readers and writers", "docs/rules/drop-column");
    ledgerctl("plan --env dev --ref main --format md")
        .exits(0)
        .prints(
            "<!-- release-ledger plan " + project + "/dev -->\n", "| `drop-column` |", "```sql");
  }

  @Test
  void a_seed_beside_the_declaration_gives_the_rehearsal_rows() {
    String table = "CREATE TABLE customers (id bigint PRIMARY KEY, name text%s);\n";
    environment("dev").execute("SELECT 1");
    String seed = "INSERT INTO customers VALUES (1, NULL);";
    repository.commit(
        Map.of("schema/schema.sql", table.formatted(""), "schema/rows.seed.sql", seed));
    String _ = release("dev", "main");

    repository.declare(table.formatted(" NOT NULL"));
    ledgerctl("plan --env dev --ref main")
        .exits(4)
        .says("rows.seed.sql at ", "rehearsal-fails-on-rows");

    repository.commit(Map.of("schema/rows.seed.sql", seed.replace("NULL", "'Ada'")));
    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("rehearsed on the rows of schema/rows.seed.sql at ");
  }

  private String fingerprint(String environment) {
    return ledgerctl("schema show --at live --format json --env " + environment)
        .exits(0)
        .json()
        .path("fingerprint")
        .asText();
  }

  /** As psql would: one statement after the other in one session. */
  private static void execute(Database database, String script) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\n")) {
        boolean _ = statement.execute(sql);
      }
    }
  }
}
