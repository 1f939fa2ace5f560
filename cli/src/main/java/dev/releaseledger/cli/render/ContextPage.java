package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what need not be said with every command; of the token, only whether there is one. */
public final class ContextPage {

  private ContextPage() {}

  /** Writes the settings that would hold for the next command. */
  public static void write(JsonNode context, Page page) {
    new Fields()
        .with("server", Words.of(context, "server"))
        .with("token", context.path("token").asBoolean() ? "known" : "none")
        .with("project", orNone(Words.of(context, "project")))
        .with("env", orNone(Words.of(context, "env")))
        .with("file", Words.of(context, "file"))
        .write(page);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }
}
