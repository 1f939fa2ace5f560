package dev.releaseledger.app.postgres.random;

/** Aggregates, and views that use them. */
final class Aggregates implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE FUNCTION app.more(state bigint, n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS"
            + " '%s'",
        draw.any("SELECT state + n", "SELECT state + n + 1"));
    draw.add(
        "CREATE AGGREGATE app.total(bigint) (SFUNC = %s, STYPE = bigint, INITCOND = '%s'%s)",
        draw.any("int8pl", "app.more"),
        draw.any("0", "1"),
        draw.any("", ", PARALLEL = SAFE", ", COMBINEFUNC = int8pl"));
    draw.comment("AGGREGATE app.total(bigint)");
    if (draw.often()) {
      draw.add(
          "CREATE AGGREGATE app.middle(%sORDER BY integer) (SFUNC = ordered_set_transition, STYPE ="
              + " internal, FINALFUNC = %s)",
          "double precision ",
          draw.any(
              "percentile_disc_final, FINALFUNC_EXTRA",
              "percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE"));
    }
    if (draw.often() && draw.has("app.t1")) {
      draw.add("CREATE VIEW app.totals AS SELECT app.total(n::bigint) AS total FROM app.t1");
    }
  }
}
