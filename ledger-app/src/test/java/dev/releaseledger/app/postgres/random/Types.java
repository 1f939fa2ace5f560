package dev.releaseledger.app.postgres.random;

/** Schemas, enum types, domains, composite types and sequences. */
final class Types implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE SCHEMA app");
    draw.add(
        "CREATE TYPE app.mood AS ENUM (%s)",
        draw.any(
            "'sad', 'ok'", "'sad', 'ok', 'glad'", "'low', 'sad', 'ok'", "'high', 'ok', 'sad'"));
    draw.add(
        "CREATE DOMAIN app.amount AS %s%s",
        draw.any("integer", "integer DEFAULT 0", "bigint"),
        draw.any("", " CONSTRAINT positive CHECK (VALUE >= 0)"));
    if (draw.often()) {
      draw.add(
          "CREATE TYPE app.pair AS (a integer, b %s%s",
          draw.any("text", "date"), draw.any(")", ", c text)"));
      draw.comment("TYPE app.pair");
      draw.comment("COLUMN app.pair.b");
    }
    if (draw.often()) {
      draw.add(
          "CREATE %sSEQUENCE app.counter%s%s%s",
          draw.since(15) ? draw.any("", "", "UNLOGGED ") : "",
          draw.any("", " AS integer"),
          draw.any("", " INCREMENT 2"),
          draw.any("", " CYCLE"));
      draw.comment("SEQUENCE app.counter");
    }
    draw.comment("TYPE app.mood");
    draw.comment("DOMAIN app.amount");
    draw.comment("SCHEMA app");
  }
}
