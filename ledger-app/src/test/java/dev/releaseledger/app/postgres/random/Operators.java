package dev.releaseledger.app.postgres.random;

/** Operators, operator classes and families, and what is sorted and checked by them. */
final class Operators implements Family {

  private static final String[] COMPARISONS = {"<", "<=", "=", ">=", ">"};

  @Override
  public void draw(Draw draw) {
    comparisons(draw);
    draw.add(
        "CREATE FUNCTION app.compare(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS"
            + " 'SELECT length($1) - length($2)'");
    if (draw.often()) {
      operatorClass(draw);
    }
    if (draw.rarely()) {
      draw.add("CREATE OPERATOR FAMILY app.empty USING %s", draw.any("hash", "btree"));
      draw.comment("OPERATOR FAMILY app.empty USING hash");
    }
  }

  private static void comparisons(Draw draw) {
    for (int i = 0; i < COMPARISONS.length; i++) {
      draw.add(
          "CREATE FUNCTION app.length_%s(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS"
              + " 'SELECT length($1) %s length($2)'",
          i, COMPARISONS[i]);
      draw.add(
          "CREATE OPERATOR app.#%s (FUNCTION = app.length_%s, LEFTARG = text, RIGHTARG = text%s)",
          COMPARISONS[i], i, i == 2 ? draw.any("", ", HASHES", ", RESTRICT = eqsel") : "");
    }
    draw.comment("OPERATOR app.#= (text, text)");
  }

  private static void operatorClass(Draw draw) {
    draw.add(
        "CREATE OPERATOR CLASS app.by_length %sFOR TYPE text USING btree AS OPERATOR 1 app.#<,"
            + " OPERATOR 2 app.#<=, OPERATOR 3 app.#=, OPERATOR 4 app.#>=, OPERATOR 5 app.#>,"
            + " FUNCTION 1 app.compare(text, text)",
        "");
    draw.comment("OPERATOR CLASS app.by_length USING btree");
    draw.add("CREATE TABLE app.lengths (id integer, n integer, s text)");
    draw.relation("app.lengths", Relation.Kind.TABLE);
    if (draw.often()) {
      draw.add(
          "CREATE %sINDEX lengths_i ON app.lengths (s app.by_length)", draw.any("", "UNIQUE "));
    }
    if (draw.often()) {
      draw.add(
          "ALTER TABLE app.lengths ADD CONSTRAINT lengths_c CHECK (s OPERATOR(app.#<) '%s')",
          draw.any("long", "longer"));
    }
  }
}
