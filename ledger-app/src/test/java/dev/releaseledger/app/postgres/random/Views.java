package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Views, views of views, and materialized views. */
final class Views implements Family {

  @Override
  public void draw(Draw draw) {
    for (Relation relation : draw.relations(Kind.values())) {
      Draw its = draw.about(relation.name());
      if (its.rarely()) {
        view(relation, its);
      }
      if (!relation.is(Kind.FOREIGN) && its.rarely() && its.rarely()) {
        materialized(relation, its);
      }
    }
  }

  private static void view(Relation relation, Draw draw) {
    String view = relation.name() + "_view";
    draw.add(
        "CREATE VIEW %s%s AS SELECT id, %s FROM %s",
        view,
        draw.since(15)
            ? draw.any("", " WITH (security_barrier)", " WITH (security_invoker)")
            : draw.any("", " WITH (security_barrier)"),
        draw.any("n", "n, s"),
        relation.name());
    draw.comment("VIEW " + view);
    draw.comment("COLUMN %s.n", view);
    if (draw.rarely()) {
      draw.add("ALTER VIEW %s ALTER n SET DEFAULT 8", view);
    }
    if (draw.often()) {
      draw.add("CREATE VIEW %s_2 AS SELECT max(n) AS n FROM %1$s", view);
    }
  }

  private static void materialized(Relation relation, Draw draw) {
    String name = relation.bare() + "_kept";
    draw.add(
        "CREATE MATERIALIZED VIEW app.%s%s AS SELECT id, %s AS m FROM %s",
        name,
        draw.any("", " WITH (fillfactor = 60)"),
        draw.any("n", "app.twice(n::bigint)"),
        relation.name());
    draw.add("CREATE INDEX %s_m ON app.%1$s (m)", name);
    if (draw.rarely()) {
      draw.add("ALTER MATERIALIZED VIEW app.%s CLUSTER ON %1$s_m", name);
    }
    draw.comment("MATERIALIZED VIEW app.%s", name);
  }
}
