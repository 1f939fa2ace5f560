package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Publications of all tables, of some, and of schemas. */
final class Publications implements Family {

  @Override
  public void draw(Draw draw) {
    if (draw.rarely()) {
      draw.add("CREATE PUBLICATION everything FOR ALL TABLES");
    }
    draw.add(
        "CREATE PUBLICATION several WITH (publish = '%s'%s)",
        draw.any("insert", "insert, update"), draw.any("", ", publish_via_partition_root = true"));
    draw.comment("PUBLICATION several");
    draw.aboutSome(Publications::publish, Kind.TABLE, Kind.PARTITION, Kind.PARTITIONED);
    if (draw.since(15) && draw.often()) {
      draw.add("CREATE PUBLICATION whole%s", draw.any("", " FOR TABLES IN SCHEMA app"));
    }
  }

  private static void publish(Relation relation, Draw draw) {
    draw.add(
        "ALTER PUBLICATION several ADD TABLE ONLY %s%s", relation.name(), part(relation, draw));
  }

  private static String part(Relation relation, Draw draw) {
    return draw.since(15) && relation.is(Kind.TABLE)
        ? draw.any("", " (id, n)", " WHERE (n > 3)", " (id, s) WHERE (s = 'x')")
        : "";
  }
}
