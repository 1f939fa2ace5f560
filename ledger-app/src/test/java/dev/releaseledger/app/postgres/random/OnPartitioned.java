package dev.releaseledger.app.postgres.random;

/** What hangs on a partitioned table and comes to its partitions. */
final class OnPartitioned {

  private OnPartitioned() {}

  static void draw(String name, Draw draw) {
    String bare = name.substring(4);
    if (draw.often()) {
      draw.add("CREATE INDEX %s_i1 ON %s (%s)", bare, name, draw.any("n", "s", "n DESC"));
      draw.comment("INDEX app.%s_i1", bare);
    }
    if (draw.rarely()) {
      draw.add(
          "CREATE TRIGGER %s_touch %s UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.touch()",
          bare, draw.any("BEFORE", "AFTER"), name);
    }
    if (draw.rarely()) {
      draw.add(
          "CREATE TABLE app.%s_ref (id integer%s, CONSTRAINT %1$s_to FOREIGN KEY (id) REFERENCES"
              + " app.target (id))",
          bare, draw.any("", " NOT NULL"));
    }
    draw.comment("TABLE " + name);
    draw.comment("COLUMN %s.n", name);
  }
}
