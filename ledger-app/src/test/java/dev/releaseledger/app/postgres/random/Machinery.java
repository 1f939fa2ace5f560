package dev.releaseledger.app.postgres.random;

/** Languages, transforms, access methods and conversions. */
final class Machinery implements Family {

  @Override
  public void draw(Draw draw) {
    if (draw.often()) {
      draw.add("CREATE %sLANGUAGE tongue HANDLER plpgsql_call_handler", draw.any("", "TRUSTED "));
      draw.comment("LANGUAGE tongue");
      draw.add(
          "CREATE FUNCTION app.said() RETURNS integer LANGUAGE %s AS 'BEGIN RETURN 1; END'",
          draw.any("tongue", "plpgsql"));
    }
    if (draw.often()) {
      draw.add("CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler");
      draw.comment("ACCESS METHOD heaped");
      draw.add(
          "CREATE TABLE app.heap (id integer, n integer, s text) USING %s",
          draw.any("heap", "heaped"));
      draw.relation("app.heap", Relation.Kind.TABLE);
    }
    if (draw.rarely()) {
      draw.add("CREATE ACCESS METHOD treed TYPE INDEX HANDLER bthandler");
    }
    if (draw.often()) {
      draw.add(
          "CREATE TRANSFORM FOR %s LANGUAGE plpgsql (FROM SQL WITH FUNCTION"
              + " prsd_lextype(internal))",
          draw.any("integer", "bigint"));
    }
    if (draw.often()) {
      draw.add(
          "CREATE %sCONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
          draw.any("", "DEFAULT "));
      draw.comment("CONVERSION app.latin");
    }
  }
}
