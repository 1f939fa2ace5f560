package dev.releaseledger.app.postgres.random;

/** Columns, defaults and checks that use whatever there is of other families. */
final class Uses implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE FUNCTION app.next() RETURNS bigint LANGUAGE sql AS 'SELECT %s::bigint'",
        draw.any("1", "2"));
    draw.add("CREATE SEQUENCE app.serial%s", draw.any("", " AS integer", " INCREMENT 3"));
    draw.add(
        "CREATE TABLE app.used (id bigint DEFAULT %s, n integer, s text, p %s, m app.mood[])",
        draw.any("app.next()", "nextval('app.serial')", "1"),
        draw.any("app.amount", "integer", "app.amount[]"));
    draw.relation("app.used", Relation.Kind.TABLE);
    if (draw.often()) {
      draw.add("ALTER SEQUENCE app.serial OWNED BY app.used.%s", draw.any("id", "n"));
    }
    if (draw.often()) {
      draw.add(
          "ALTER TABLE app.used ADD CONSTRAINT used_mood CHECK ('%s'::app.mood <> ALL (m))",
          draw.any("ok", "sad"));
    }
    if (draw.often()) {
      draw.add(
          "CREATE FUNCTION app.rows() RETURNS SETOF app.used LANGUAGE sql AS 'SELECT * FROM"
              + " app.used'");
    }
    if (draw.rarely()) {
      draw.add(
          "CREATE FUNCTION app.atomic() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT n FROM"
              + " app.used; END");
    }
  }
}
