package dev.releaseledger.app.postgres.random;

/** Event triggers. */
final class EventTriggers implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE FUNCTION app.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN%s END'",
        draw.any("", " PERFORM 1;"));
    if (draw.often()) {
      draw.add(
          "CREATE EVENT TRIGGER watched ON %s%s EXECUTE FUNCTION app.watch()",
          draw.any("ddl_command_start", "ddl_command_end", "sql_drop"),
          draw.any("", " WHEN TAG IN ('DROP TABLE')"));
      if (draw.rarely()) {
        draw.add("ALTER EVENT TRIGGER watched %s", draw.any("DISABLE", "ENABLE ALWAYS"));
      }
      draw.comment("EVENT TRIGGER watched");
    }
  }
}
