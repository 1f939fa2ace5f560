package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Rewrite rules. */
final class Rules implements Family {

  @Override
  public void draw(Draw draw) {
    draw.aboutSome(Rules::on, Kind.TABLE, Kind.PARTITION);
  }

  private static void on(Relation relation, Draw draw) {
    String rule = relation.bare() + "_rule";
    draw.add(
        "CREATE RULE %s AS ON %s TO %s %s",
        rule,
        draw.any("INSERT", "UPDATE"),
        relation.name(),
        draw.any(
            "DO INSTEAD NOTHING",
            "WHERE NEW.n > 3 DO INSTEAD NOTHING",
            "DO ALSO NOTIFY changed",
            "DO ALSO SELECT NEW.s"));
    if (draw.rarely()) {
      draw.add(
          "ALTER TABLE %s %s RULE %s", relation.name(), draw.any("DISABLE", "ENABLE ALWAYS"), rule);
    }
    draw.comment("RULE %s ON %s", rule, relation.name());
  }
}
