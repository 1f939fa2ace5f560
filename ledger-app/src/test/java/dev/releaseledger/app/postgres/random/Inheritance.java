package dev.releaseledger.app.postgres.random;

/** Tables that inherit from others, and such that could. */
final class Inheritance implements Family {

  @Override
  public void draw(Draw draw) {
    String n = draw.any("integer", "bigint");
    String check =
        draw.any(
            "", ", CONSTRAINT h_fit CHECK (n > 0)", ", CONSTRAINT h_own CHECK (n > 1) NO INHERIT");
    String columns =
        "id integer%s, n %s%s, s text"
            .formatted(draw.any("", " NOT NULL"), n, draw.any("", " DEFAULT 3"));
    draw.add("CREATE TABLE app.h (%s%s)", columns, check);
    draw.add("CREATE TABLE app.g (id integer, extra text)");
    draw.relation("app.h", Relation.Kind.TABLE);
    draw.comment("COLUMN app.h.n");
    for (int i = 1; i < 4; i++) {
      child("app.h" + i, columns, check, draw);
    }
    if (draw.often()) {
      draw.add("CREATE TABLE app.h11 () INHERITS (app.h1)");
    }
  }

  private static void child(String name, String columns, String check, Draw draw) {
    draw.add(
        "CREATE TABLE %s %s",
        name,
        draw.any(
            "() INHERITS (app.h)",
            "(more integer DEFAULT 1) INHERITS (app.h)",
            "() INHERITS (app.h, app.g)",
            "(n %s DEFAULT 4) INHERITS (app.h)"
                .formatted(columns.contains("n bigint") ? "bigint" : "integer"),
            "(%s%s)".formatted(columns, check.replace(" NO INHERIT", ""))));
    draw.relation(name, Relation.Kind.TABLE);
    draw.comment("TABLE " + name);
    if (draw.rarely()) {
      draw.add("ALTER TABLE %s ALTER n SET DEFAULT 9", name);
    }
    if (draw.rarely()) {
      draw.add("ALTER TABLE %s ALTER s SET NOT NULL", name);
    }
    if (draw.rarely()) {
      draw.add("CREATE INDEX %s_i ON %s (n)", name.substring(4), name);
    }
  }
}
