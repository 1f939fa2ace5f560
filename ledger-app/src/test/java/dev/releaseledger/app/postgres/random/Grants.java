package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Privileges of roles that every server has, and default privileges. */
final class Grants implements Family {

  @Override
  public void draw(Draw draw) {
    if (draw.often()) {
      draw.add("GRANT %s ON SCHEMA app TO %s", draw.any("USAGE", "USAGE, CREATE"), role(draw));
    }
    for (Relation relation : draw.relations(Kind.values())) {
      Draw its = draw.about(relation.name());
      if (its.rarely()) {
        its.add(
            "GRANT %s ON %s TO %s%s",
            its.any("SELECT", "SELECT, INSERT", "ALL", "UPDATE (n)"),
            relation.name(),
            role(its),
            "");
      }
      if (its.rarely()) {
        its.add(
            "GRANT SELECT (id, s) ON %s TO pg_read_all_data%s",
            relation.name(), its.any("", " WITH GRANT OPTION"));
      }
    }
    if (draw.often()) {
      draw.add("REVOKE EXECUTE ON FUNCTION app.twice(bigint) FROM PUBLIC");
      draw.add(
          "GRANT EXECUTE ON FUNCTION app.twice(bigint) TO %s",
          draw.any("pg_monitor", "pg_read_all_data"));
    }
    if (draw.often()) {
      draw.add("REVOKE USAGE ON TYPE app.mood FROM PUBLIC");
    }
    if (draw.often()) {
      draw.add(
          "ALTER DEFAULT PRIVILEGES%s %s",
          draw.any("", " IN SCHEMA app"),
          draw.any(
              "GRANT SELECT ON TABLES TO pg_monitor",
              "GRANT USAGE ON SEQUENCES TO PUBLIC",
              "GRANT EXECUTE ON FUNCTIONS TO pg_monitor"));
    }
  }

  private static String role(Draw draw) {
    return draw.any("PUBLIC", "pg_monitor", "pg_read_all_data");
  }
}
