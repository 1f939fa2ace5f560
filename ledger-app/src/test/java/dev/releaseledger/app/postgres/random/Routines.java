package dev.releaseledger.app.postgres.random;

/** Functions and procedures. */
final class Routines implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE FUNCTION app.twice(n bigint) RETURNS bigint IMMUTABLE %s",
        draw.any("LANGUAGE sql AS 'SELECT n * 2'", "LANGUAGE sql RETURN n + n"));
    draw.add(
        "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN %s; END'",
        draw.any("NEW", "OLD"));
    if (draw.often()) {
      draw.add("CREATE PROCEDURE app.tidy(%s) LANGUAGE sql AS ''", draw.any("", "n int"));
    }
    if (draw.rarely()) {
      draw.add(
          "CREATE FUNCTION app.moody(%s) RETURNS %s LANGUAGE sql AS 'SELECT NULL::%2$s'",
          draw.any("app.mood", "app.amount"), draw.any("app.mood", "integer"));
    }
    draw.comment("FUNCTION app.twice(bigint)");
  }
}
