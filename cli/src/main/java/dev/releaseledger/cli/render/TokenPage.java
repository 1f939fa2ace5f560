package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes tokens and who they stand for; only a new token is ever written itself. */
public final class TokenPage {

  private TokenPage() {}

  /** Writes a new token, the one time it can be seen. */
  public static void created(JsonNode token, Page page) {
    page.line(
        "Token "
            + Words.of(token, "id")
            + " for "
            + Words.of(token, "actorName")
            + " ("
            + Words.of(token, "role")
            + "). It is shown this once:");
    page.line("token: " + Words.of(token, "token"));
  }

  /** Writes tokens as a table. */
  public static void list(JsonNode tokens, Page page) {
    Table table = Table.of("TOKEN", "ACTOR", "ROLE", "CREATED", "REVOKED");
    for (JsonNode token : tokens.path("items")) {
      table.row(
          Words.of(token, "id"),
          Words.of(token, "actorName"),
          Words.of(token, "role"),
          Words.time(token, "createdAt"),
          Words.time(token, "revokedAt"));
    }
    table.write(page, "No tokens.");
  }

  /** Writes that a token no longer opens anything. */
  public static void revoked(JsonNode token, Page page) {
    page.line("Revoked token " + Words.of(token, "revoked") + ".");
  }

  /** Writes who is asking. */
  public static void whoami(JsonNode actor, Page page) {
    page.line(
        page.style().bold(Words.of(actor, "name"))
            + " ("
            + Words.of(actor, "actor")
            + "), "
            + Words.list(actor.path("roles")));
  }
}
