package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Extended statistics on columns and expressions. */
final class StatisticsObjects implements Family {

  @Override
  public void draw(Draw draw) {
    draw.aboutSome(StatisticsObjects::on, Kind.TABLE, Kind.PARTITION, Kind.PARTITIONED);
  }

  private static void on(Relation relation, Draw draw) {
    String name = "app." + relation.bare() + "_stat";
    draw.add(
        "CREATE STATISTICS %s%s ON %s FROM %s",
        name,
        draw.any("", " (ndistinct)", " (mcv, dependencies)"),
        draw.any("n, s", "id, n", "(n + 1), s"),
        relation.name());
    if (draw.rarely()) {
      draw.add("ALTER STATISTICS %s SET STATISTICS 50", name);
    }
    draw.comment("STATISTICS " + name);
  }
}
