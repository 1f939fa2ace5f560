package dev.releaseledger.app.postgres.random;

/** Text search objects, and the index that uses them. */
final class TextSearch implements Family {

  @Override
  public void draw(Draw draw) {
    draw.add(
        "CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = %s)",
        draw.any("simple", "simple, ACCEPT = false", "snowball, LANGUAGE = english"));
    draw.comment("TEXT SEARCH DICTIONARY app.stems");
    if (draw.rarely()) {
      draw.add("CREATE TEXT SEARCH TEMPLATE app.template (LEXIZE = dsimple_lexize)");
      draw.add("CREATE TEXT SEARCH DICTIONARY app.own (TEMPLATE = app.template)");
    }
    if (draw.rarely()) {
      draw.add(
          "CREATE TEXT SEARCH PARSER app.parser (START = prsd_start, GETTOKEN = prsd_nexttoken,"
              + " END = prsd_end, LEXTYPES = prsd_lextype%s)",
          draw.any("", ", HEADLINE = prsd_headline"));
    }
    draw.add("CREATE TEXT SEARCH CONFIGURATION app.search (PARSER = \"default\")");
    draw.add(
        "ALTER TEXT SEARCH CONFIGURATION app.search ADD MAPPING FOR asciiword%s WITH %s",
        draw.any("", ", word"), draw.any("app.stems", "app.stems, simple", "simple"));
    draw.comment("TEXT SEARCH CONFIGURATION app.search");
    draw.add(
        "CREATE TABLE app.texts (id integer, n integer, s text%s)",
        draw.any("", ", v tsvector GENERATED ALWAYS AS (to_tsvector('app.search', s)) STORED"));
    draw.relation("app.texts", Relation.Kind.TABLE);
    if (draw.often()) {
      draw.add(
          "CREATE INDEX texts_i ON app.texts USING gin (to_tsvector('%s', s))",
          draw.any("app.search", "pg_catalog.simple"));
    }
  }
}
