package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Constraints that are added to the tables there are. */
final class Constraints implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE TABLE app.hub (id integer PRIMARY KEY, n integer, s text%s)",
        draw.any("", " UNIQUE"));
    draw.relation("app.hub", Kind.TABLE);
    for (Relation relation : draw.relations(Kind.TABLE, Kind.PARTITIONED)) {
      on(relation, draw.about(relation.name()));
    }
  }

  private static void on(Relation relation, Draw draw) {
    String bare = relation.bare();
    if (draw.rarely()) {
      boolean whole = relation.is(Kind.PARTITIONED);
      draw.add(
          "ALTER TABLE %s ADD CONSTRAINT %s_hub FOREIGN KEY (n) REFERENCES app.hub (id)%s%s",
          relation.name(),
          bare,
          draw.any("", " ON DELETE SET NULL", " DEFERRABLE INITIALLY DEFERRED"),
          whole ? "" : notEnforced(draw));
      draw.comment("CONSTRAINT %s_hub ON %s", bare, relation.name());
    }
    if (draw.rarely()) {
      draw.add(
          "ALTER TABLE %s ADD CONSTRAINT %s_sane CHECK (%s)%s",
          relation.name(),
          bare,
          draw.any("id <> 0", "n < 1000", "length(s) < 9"),
          relation.bare().startsWith("h") ? "" : draw.any("", " NOT VALID"));
    }
    if (draw.since(18) && draw.rarely() && relation.is(Kind.TABLE) && !bare.startsWith("h")) {
      draw.add(
          "ALTER TABLE %s ADD CONSTRAINT %s_there NOT NULL s%s",
          relation.name(), bare, draw.any("", " NOT VALID", " NO INHERIT"));
    }
  }

  private static String notEnforced(Draw draw) {
    return draw.since(18)
        ? draw.any("", " NOT VALID", " NOT ENFORCED")
        : draw.any("", " NOT VALID");
  }
}
