package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes how the log is kept. */
public final class LogPage {

  private LogPage() {}

  /** Writes its name, its size and its keys, and where it begins and ends. */
  public static void write(JsonNode log, Page page) {
    page.line(page.style().bold(Words.of(log, "origin")));
    JsonNode frozen = log.path("frozen");
    JsonNode continues = log.path("continues");
    new Fields()
        .with("size", Words.of(log, "size"))
        .with("root", Words.of(log, "root"))
        .with(
            "goes on from",
            continues.isObject() ? end(Words.of(continues, "origin") + ", ", continues) : "")
        .with("frozen", frozen.isObject() ? page.style().bad(frozen(frozen)) : "")
        .write(page.in());
    page.gap();
    Table table = Table.of("KEY", "STATE", "FROM SIZE", "TO SIZE");
    for (JsonNode key : log.path("keys")) {
      table.row(
          Words.of(key, "key"),
          Words.of(key, "state"),
          Words.of(key, "firstSize"),
          Words.of(key, "lastSize"));
    }
    table.write(page, "No key has signed it yet.");
  }

  /** Writes the same, and what is to be done before the key before is retired. */
  public static void rotated(JsonNode log, Page page) {
    write(log, page);
    page.gap();
    page.line("Give witnesses the new key, and auditors what ledgerctl evidence trust writes now.");
    page.line("Then retire the key before with ledgerctl log retire.");
  }

  /** Writes the same, and how to keep the end. */
  public static void frozen(JsonNode log, Page page) {
    write(log, page);
    page.gap();
    page.line("Nothing is recorded here any more. A new ledger goes on from");
    page.line(
        "  ledgerctl evidence checkpoint --size %s --output end"
            .formatted(Words.of(log.path("frozen"), "size")));
    page.line("which LEDGER_LOG_PREDECESSOR names at its first start.");
  }

  private static String frozen(JsonNode frozen) {
    String end = end("believed up to ", frozen);
    return frozen.path("compromised").asBoolean() ? end + ", since a key is out" : end;
  }

  private static String end(String before, JsonNode end) {
    return before + "size " + Words.of(end, "size") + ", root " + Words.of(end, "root");
  }
}
