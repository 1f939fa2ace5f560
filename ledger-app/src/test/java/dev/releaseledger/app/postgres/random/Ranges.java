package dev.releaseledger.app.postgres.random;

/** Range types, and a table whose rows must not overlap. */
final class Ranges implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE FUNCTION app.apart(integer, integer) RETURNS double precision LANGUAGE sql"
            + " IMMUTABLE AS 'SELECT ($1 - $2)::double precision'");
    draw.add(
        "CREATE TYPE app.span AS RANGE (subtype = integer%s%s)",
        draw.any("", ", subtype_diff = app.apart"),
        draw.any("", ", multirange_type_name = app.spans"));
    draw.comment("TYPE app.span");
    if (draw.often()) {
      draw.add(
          "CREATE TYPE app.words AS RANGE (subtype = text, collation = %s)",
          draw.any("\"C\"", "\"POSIX\""));
    }
    if (draw.often()) {
      draw.add(
          "CREATE FUNCTION app.width(%s) RETURNS integer LANGUAGE sql IMMUTABLE AS"
              + " 'SELECT upper($1) - lower($1)'",
          draw.any("app.span", "s app.span"));
    }
    if (draw.often()) {
      draw.add(
          "CREATE TABLE app.booked (id integer, n integer, s text, during %s%s)",
          draw.any("app.span", "int4range", "app.span NOT NULL"),
          draw.any(
              "",
              ", EXCLUDE USING gist (during WITH &&)",
              ", EXCLUDE USING gist (during WITH &&) WHERE (id > 0)"));
      draw.relation("app.booked", Relation.Kind.TABLE);
    }
  }
}
