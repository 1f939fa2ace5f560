package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;
import java.util.List;

/** Partitioned tables with partitions of all kinds, and tables that could be partitions. */
final class Partitions implements Family {

  private enum Way {
    RANGE("n", "FROM (0) TO (10)", "FROM (10) TO (20)", "FROM (20) TO (MAXVALUE)"),
    LIST("s", "IN ('a')", "IN ('b', 'c')", "IN (NULL)"),
    HASH(
        "id",
        "WITH (MODULUS 3, REMAINDER 0)",
        "WITH (MODULUS 3, REMAINDER 1)",
        "WITH (MODULUS 3, REMAINDER 2)");

    private final String key;
    private final List<String> bounds;

    Way(String key, String... bounds) {
      this.key = key;
      this.bounds = List.of(bounds);
    }
  }

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE TABLE app.target (id integer PRIMARY KEY)");
    for (String bare : List.of("p", "q")) {
      if (draw.often()) {
        partitioned(bare, draw.about(bare));
      }
    }
  }

  private static void partitioned(String bare, Draw draw) {
    String name = "app." + bare;
    Way way = Way.valueOf(draw.any("RANGE", "RANGE", "LIST", "HASH"));
    String columns = columns(way, draw) + check(bare, draw.about("check"));
    draw.add("CREATE TABLE %s (%s) PARTITION BY %s (%s)", name, columns, way, way.key);
    draw.relation(name, Kind.PARTITIONED);
    for (int i = 0; i < way.bounds.size(); i++) {
      if (draw.often()) {
        partition(name, i, columns, way, draw.about("part" + i));
      }
    }
    if (way != Way.HASH && draw.rarely()) {
      draw.add("CREATE TABLE %s_rest PARTITION OF %1$s DEFAULT", name);
    }
    keys(name, way, draw.about("keys"));
    OnPartitioned.draw(name, draw.about("on"));
  }

  private static String columns(Way way, Draw draw) {
    return "id %s NOT NULL, n %s%s, s text%s%s%s"
        .formatted(
            draw.any("integer", "bigint"),
            draw.any("integer", "integer DEFAULT 1", "bigint"),
            way == Way.RANGE ? " NOT NULL" : "",
            draw.any("", " DEFAULT 'a'") + (way == Way.LIST ? " NOT NULL" : ""),
            draw.any("", ", at timestamptz", ", at timestamptz NOT NULL"),
            draw.any("", ", mood app.mood", ", made bigint GENERATED ALWAYS AS (id + 1) STORED"));
  }

  /** A table that is attached must have had it before. */
  private static String check(String bare, Draw draw) {
    return draw.rarely()
        ? ", CONSTRAINT %s_fit CHECK (%s)".formatted(bare, draw.any("id > 0", "n < 100", "s <> ''"))
        : "";
  }

  private static void partition(String whole, int i, String columns, Way way, Draw draw) {
    String name = whole + "_" + i;
    String bound = way.bounds.get(i);
    switch (draw.any("of", "of", "attached", "alone", "divided")) {
      case "of" -> draw.add("CREATE TABLE %s PARTITION OF %s FOR VALUES %s", name, whole, bound);
      case "attached" -> {
        draw.add("CREATE TABLE %s (%s)", name, columns);
        draw.add("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES %s", whole, name, bound);
      }
      case "divided" -> {
        draw.add(
            "CREATE TABLE %s PARTITION OF %s FOR VALUES %s PARTITION BY LIST (%s)",
            name, whole, bound, way.key);
        draw.add("CREATE TABLE %s_rest PARTITION OF %1$s DEFAULT", name);
      }
      default -> draw.add("CREATE TABLE %s (%s)", name, columns);
    }
    draw.relation(name, Kind.PARTITION);
    draw.comment("TABLE " + name);
    if (draw.rarely()) {
      draw.add("ALTER TABLE %s ALTER n SET DEFAULT 5", name);
    }
    if (draw.rarely()) {
      draw.add("ALTER TABLE %s ADD CONSTRAINT own_%s CHECK (id > 0)", name, i);
    }
    if (draw.rarely()) {
      draw.add("CREATE INDEX %s_own ON %s (id, n, s)", name.substring(4), name);
    }
  }

  private static void keys(String name, Way way, Draw draw) {
    String bare = name.substring(4);
    if (draw.often()) {
      draw.add(
          "ALTER TABLE %s ADD CONSTRAINT %s_key %s (%s)",
          name, bare, draw.any("PRIMARY KEY", "UNIQUE"), way == Way.HASH ? "id" : "id, " + way.key);
    }
  }
}
