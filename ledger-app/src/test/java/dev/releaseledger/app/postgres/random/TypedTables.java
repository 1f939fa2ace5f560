package dev.releaseledger.app.postgres.random;

/** Tables made of a composite type. */
final class TypedTables implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE TYPE app.shape AS (id integer, n %s, s text%s)",
        draw.any("integer", "bigint"), draw.any("", ", extra date"));
    draw.add(
        "CREATE TABLE app.shaped %s",
        draw.any(
            "OF app.shape",
            "OF app.shape (id NOT NULL, CONSTRAINT shaped_key PRIMARY KEY (id))",
            "(id integer, n integer, s text)"));
    draw.relation("app.shaped", Relation.Kind.TABLE);
    if (draw.rarely()) {
      draw.add("ALTER TABLE app.shaped ALTER n SET DEFAULT 1");
    }
  }
}
