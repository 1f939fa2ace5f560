package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** By what rows are told apart for replication, and by what they are clustered. */
final class ReplicaIdentities implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE TABLE app.told (id integer NOT NULL, n integer NOT NULL, s text)");
    draw.add("CREATE UNIQUE INDEX told_%s ON app.told (id)", draw.any("a", "b"));
    draw.add("CREATE UNIQUE INDEX told_n ON app.told (n%s)", draw.any("", ", id"));
    draw.add("CREATE INDEX told_s ON app.told (s)");
    if (draw.often()) {
      draw.add(
          "ALTER TABLE app.told REPLICA IDENTITY %s",
          draw.any("USING INDEX told_n", "FULL", "NOTHING"));
    }
    if (draw.often()) {
      draw.add("ALTER TABLE app.told CLUSTER ON %s", draw.any("told_n", "told_s"));
    }
    draw.aboutSome(
        (relation, its) ->
            its.add(
                "ALTER TABLE %s REPLICA IDENTITY %s", relation.name(), its.any("FULL", "NOTHING")),
        Kind.TABLE,
        Kind.PARTITION,
        Kind.PARTITIONED);
    draw.relation("app.told", Kind.TABLE);
  }
}
