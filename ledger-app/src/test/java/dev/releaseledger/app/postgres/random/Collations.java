package dev.releaseledger.app.postgres.random;

/** Collations, and a table that is sorted by one. */
final class Collations implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE COLLATION %s (provider = libc, locale = '%s')",
        "app.plain", draw.any("C", "POSIX"));
    draw.comment("COLLATION app.plain");
    if (draw.often()) {
      draw.add("CREATE COLLATION app.other FROM \"C\"");
    }
    if (draw.often()) {
      draw.add("CREATE DOMAIN app.word AS text COLLATE %s", draw.any("app.plain", "\"C\""));
      draw.add("CREATE TYPE app.phrase AS (first text COLLATE %s)", draw.any("app.plain", "\"C\""));
    }
    draw.add(
        "CREATE TABLE app.sorted (id integer, n integer, s text%s, w %s)",
        draw.any("", " COLLATE app.plain", " COLLATE \"C\""), draw.any("text", "varchar(20)"));
    draw.relation("app.sorted", Relation.Kind.TABLE);
    if (draw.often()) {
      draw.add("CREATE INDEX sorted_i ON app.sorted (s%s)", draw.any("", " COLLATE app.plain"));
    }
    if (draw.often()) {
      draw.add("ALTER TABLE app.sorted ADD CONSTRAINT sorted_c CHECK (s < 'x' COLLATE app.plain)");
    }
  }
}
