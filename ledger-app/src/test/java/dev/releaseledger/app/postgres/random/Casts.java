package dev.releaseledger.app.postgres.random;

/** Casts, and a view that uses one. */
final class Casts implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE TYPE app.coin AS (n integer%s)", draw.any("", ", note text"));
    draw.add(
        "CREATE FUNCTION app.coins(app.coin) RETURNS integer LANGUAGE sql IMMUTABLE AS"
            + " 'SELECT ($1).n%s'",
        draw.any("", " + 1"));
    draw.add(
        "CREATE CAST (app.coin AS integer) WITH FUNCTION app.coins(app.coin)%s",
        draw.any("", " AS ASSIGNMENT", " AS IMPLICIT"));
    draw.comment("CAST (app.coin AS integer)");
    if (draw.often()) {
      draw.add("CREATE CAST (app.mood AS integer) WITH INOUT");
    }
    draw.add("CREATE TABLE app.purse (id integer, n integer, s text, coin app.coin)");
    draw.relation("app.purse", Relation.Kind.TABLE);
    if (draw.often()) {
      draw.add("CREATE VIEW app.coins_view AS SELECT coin::integer AS coins FROM app.purse");
    }
  }
}
