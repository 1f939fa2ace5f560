package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Row security and policies. */
final class RowPolicies implements Family {

  @Override
  public void draw(Draw draw) {
    draw.aboutSome(RowPolicies::on, Kind.TABLE, Kind.PARTITION, Kind.PARTITIONED);
  }

  private static void on(Relation relation, Draw draw) {
    String policy = relation.bare() + "_policy";
    draw.add("ALTER TABLE %s %s ROW LEVEL SECURITY", relation.name(), draw.any("ENABLE", "FORCE"));
    draw.add(
        "CREATE POLICY %s ON %s%s FOR %s TO %s USING (%s)%s",
        policy,
        relation.name(),
        draw.any("", " AS RESTRICTIVE"),
        draw.any("ALL", "ALL", "UPDATE"),
        draw.any("PUBLIC", "pg_monitor", "pg_monitor, pg_read_all_data"),
        draw.any("n > 0", "app.twice(n::bigint) > 3", "s IS NOT NULL", "true"),
        draw.any("", " WITH CHECK (n > 5)"));
    draw.comment("POLICY %s ON %s", policy, relation.name());
  }
}
