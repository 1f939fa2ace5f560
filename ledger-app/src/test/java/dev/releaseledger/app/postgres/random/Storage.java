package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Storage parameters of tables and their columns. */
final class Storage implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE %sTABLE app.kept (id integer, n integer, s text) WITH (%s)",
        draw.any("", "UNLOGGED "), draw.any("fillfactor = 50", "toast.autovacuum_enabled = false"));
    if (draw.often()) {
      draw.add(
          "CREATE INDEX kept_i ON app.kept (n) WITH (%s)",
          draw.any("fillfactor = 60", "deduplicate_items = off"));
      draw.add(
          "CREATE INDEX kept_gin ON app.kept USING gin (to_tsvector('simple', s)) WITH (%s)",
          draw.any("fastupdate = off", "gin_pending_list_limit = 64"));
    }
    for (Relation relation : draw.relations(Kind.TABLE, Kind.PARTITION)) {
      on(relation, draw.about(relation.name()));
    }
    draw.relations(Kind.PARTITIONED).forEach(it -> columns(it, draw.about(it.name())));
  }

  private static void on(Relation relation, Draw draw) {
    if (relation.is(Kind.TABLE) && draw.rarely()) {
      draw.add(
          "ALTER TABLE %s SET (%s)",
          relation.name(),
          draw.any(
              "fillfactor = 70",
              "fillfactor = 80",
              "autovacuum_enabled = false, toast.autovacuum_enabled = false"));
    }
    columns(relation, draw);
  }

  private static void columns(Relation relation, Draw draw) {
    String alter =
        "ALTER TABLE "
            + (relation.is(Kind.PARTITIONED) ? "ONLY " : "")
            + relation.name()
            + " ALTER ";
    if (draw.rarely()) {
      draw.add(alter + "s SET STORAGE %s", draw.any("EXTERNAL", "MAIN"));
    }
    if (draw.rarely()) {
      draw.add(alter + "s SET COMPRESSION pglz");
    }
    if (draw.rarely()) {
      draw.add(alter + "n SET STATISTICS %s", draw.any("0", "200"));
    }
    if (draw.rarely()) {
      draw.add(
          alter + "n SET (%s)",
          draw.any("n_distinct = 5", "n_distinct = 7, n_distinct_inherited = 3"));
    }
  }
}
