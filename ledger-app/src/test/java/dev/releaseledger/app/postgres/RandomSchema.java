package dev.releaseledger.app.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Declares a random schema out of few names, so that two of them have much in common and differ in
 * everything else. The same seed gives the same statements.
 */
final class RandomSchema {

  private final Random random;
  private final int version;
  private final List<String> statements = new ArrayList<>();

  private RandomSchema(long seed, int version) {
    this.random = new Random(seed);
    this.version = version;
  }

  /** The statements, in an order in which they can be run. */
  static List<String> statements(long seed, int version) {
    RandomSchema schema = new RandomSchema(seed, version);
    schema.types();
    schema.routines();
    for (int i = 0; i < 4; i++) {
      if (schema.often()) {
        new RandomTable("t" + i, schema).declare();
      }
    }
    schema.views();
    return schema.statements;
  }

  private void types() {
    add("CREATE SCHEMA app");
    if (often()) {
      add("CREATE TYPE app.mood AS ENUM (" + any("'sad', 'ok'", "'sad', 'ok', 'glad'") + ")");
    } else {
      add("CREATE TYPE app.mood AS ENUM ('low', 'ok', 'sad', 'high')");
    }
    add(
        "CREATE DOMAIN app.amount AS "
            + any("integer", "integer DEFAULT 0", "bigint")
            + any("", " CONSTRAINT positive CHECK (VALUE >= 0)"));
    if (often()) {
      add("CREATE TYPE app.pair AS (a integer, b " + any("text", "date") + any(")", ", c text)"));
      comment("TYPE app.pair");
    }
    if (often()) {
      add("CREATE TYPE app.span AS RANGE (subtype = " + any("integer", "date") + ")");
    }
    if (often()) {
      add(
          "CREATE SEQUENCE app.counter"
              + any("", " AS integer")
              + any("", " INCREMENT 2")
              + any("", " CYCLE"));
      comment("SEQUENCE app.counter");
    }
    comment("TYPE app.mood");
    comment("SCHEMA app");
  }

  private void routines() {
    add(
        "CREATE FUNCTION app.twice(n bigint) RETURNS bigint IMMUTABLE "
            + any("LANGUAGE sql AS 'SELECT n * 2'", "LANGUAGE sql RETURN n + n"));
    add(
        "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN "
            + any("NEW", "OLD")
            + "; END'");
    if (often()) {
      add("CREATE PROCEDURE app.tidy(" + any("", "n int") + ") LANGUAGE sql AS ''");
    }
    if (often()) {
      add(
          "CREATE AGGREGATE app.total(bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '"
              + any("0", "1")
              + "')");
    }
    comment("FUNCTION app.twice(bigint)");
  }

  private void views() {
    List<String> tables =
        statements.stream()
            .filter(sql -> sql.startsWith("CREATE TABLE") || sql.startsWith("CREATE UNLOGGED"))
            .map(sql -> sql.replaceFirst(".* TABLE (\\S+) .*(?s:.*)", "$1"))
            .toList();
    for (String table : tables) {
      String view = table + "_view";
      if (often()) {
        add(
            "CREATE VIEW %s%s AS SELECT id, %s FROM %s"
                .formatted(view, any("", " WITH (security_barrier)"), any("n", "n, s"), table));
        comment("VIEW " + view);
        if (often()) {
          add("CREATE VIEW %s_2 AS SELECT max(n) AS n FROM %s".formatted(view, view));
        }
      }
      if (rarely()) {
        add(
            "CREATE MATERIALIZED VIEW %s_kept AS SELECT id, %s AS m FROM %s"
                .formatted(table, any("n", "app.twice(n::bigint)"), table));
        add("CREATE INDEX %s_kept_m ON %s_kept (m)".formatted(table.substring(4), table));
      }
    }
  }

  /** Adds a comment, or not. */
  void comment(String on) {
    if (rarely()) {
      add("COMMENT ON " + on + " IS '" + any("one", "it''s another") + "'");
    }
  }

  void add(String sql) {
    statements.add(sql);
  }

  /** Whether a thing is there that mostly is. */
  boolean often() {
    return random.nextInt(10) < 7;
  }

  /** Whether a thing is there that mostly is not. */
  boolean rarely() {
    return random.nextInt(10) < 3;
  }

  boolean since(int major) {
    return version >= major;
  }

  String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** The same statements in another order in which they may or may not run. */
  static List<String> shuffled(List<String> statements, long seed) {
    List<String> other = new ArrayList<>(statements);
    Collections.shuffle(other, new Random(seed));
    return other;
  }
}
