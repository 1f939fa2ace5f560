package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;

/** Foreign data wrappers, servers, user mappings and foreign tables. */
final class ForeignData implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE FOREIGN DATA WRAPPER wrap%s", draw.any("", " OPTIONS (debug 'true')"));
    draw.comment("FOREIGN DATA WRAPPER wrap");
    draw.add(
        "CREATE SERVER far%s%s FOREIGN DATA WRAPPER wrap%s",
        draw.any("", " TYPE 'x'"),
        draw.any("", " VERSION '1'"),
        draw.any("", " OPTIONS (host 'a')", " OPTIONS (host 'b', port '1')"));
    draw.comment("SERVER far");
    draw.add("CREATE SERVER further FOREIGN DATA WRAPPER wrap");
    if (draw.often()) {
      draw.add("CREATE USER MAPPING FOR PUBLIC SERVER %s", draw.any("far", "further"));
    }
    for (String name : new String[] {"app.f1", "app.f2"}) {
      if (draw.often()) {
        table(name, draw.about(name));
      }
    }
  }

  private static void table(String name, Draw draw) {
    draw.add(
        "CREATE FOREIGN TABLE %s (id integer%s, n %s%s, s text%s) SERVER %s%s",
        name,
        draw.any("", " NOT NULL", " OPTIONS (key_column 'true')"),
        draw.any("integer", "bigint"),
        draw.any("", " DEFAULT 1"),
        draw.any("", ", CONSTRAINT fit CHECK (n > 0)"),
        draw.any("far", "far", "further"),
        draw.any("", " OPTIONS (relation 'r')", " OPTIONS (relation 's', other 'o')"));
    draw.relation(name, Kind.FOREIGN);
    draw.comment("FOREIGN TABLE " + name);
    draw.comment("COLUMN %s.n", name);
  }
}
