package dev.releaseledger.app.postgres.random;

/** Extensions, and what uses them. */
final class Extensions implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add("CREATE SCHEMA ext");
    if (draw.often()) {
      draw.add("CREATE EXTENSION pg_trgm SCHEMA %s", draw.any("ext", "app"));
    }
    if (draw.often()) {
      draw.add("CREATE EXTENSION citext SCHEMA %s", draw.any("ext", "app"));
      draw.comment("EXTENSION citext");
    }
    if (draw.rarely()) {
      draw.add("CREATE EXTENSION btree_gist SCHEMA ext");
    }
  }
}
