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
            + Words.sentence(role(token), limits(token))
            + "). It is shown this once:");
    page.line("token: " + Words.of(token, "token"));
  }

  /** Writes tokens as a table. */
  public static void list(JsonNode tokens, Page page) {
    Table table =
        Table.of("TOKEN", "ACTOR", "ROLE", "SCOPE", "TRIGGERS", "CREATED", "EXPIRES", "REVOKED");
    for (JsonNode token : tokens.path("items")) {
      table.row(
          Words.of(token, "id"),
          Words.of(token, "actorName"),
          role(token),
          scope(token),
          triggers(token),
          Words.time(token, "createdAt"),
          Words.time(token, "expiresAt"),
          Words.time(token, "revokedAt"));
    }
    table.write(page, "No tokens.");
  }

  /** Writes that a token no longer opens anything. */
  public static void revoked(JsonNode token, Page page) {
    page.line("Revoked token " + Words.of(token, "revoked") + ".");
  }

  /** Writes who is asking, and what they may do where. */
  public static void whoami(JsonNode actor, Page page) {
    String roles = Words.list(actor.path("roles"));
    page.line(
        page.style().bold(Words.of(actor, "name"))
            + " ("
            + Words.of(actor, "actor")
            + "), "
            + (roles.isEmpty() ? "no role everywhere" : roles));
    for (JsonNode scope : actor.path("scopes")) {
      page.line(AccessPage.scope(scope) + ": " + Words.list(scope.path("roles")));
    }
    new Fields()
        .with("groups", Words.list(actor.path("groups")))
        .with("triggers", triggers(actor))
        .with("expires", Words.time(actor, "expiresAt"))
        .write(page);
  }

  private static String role(JsonNode token) {
    String role = Words.of(token, "role");
    return role.isEmpty() ? "its actor's roles" : role;
  }

  private static String limits(JsonNode token) {
    String triggers = triggers(token);
    String end = Words.time(token, "expiresAt");
    return Words.sentence(
        scope(token),
        triggers.isEmpty() ? "" : triggers + " only",
        end.isEmpty() ? "" : "until " + end);
  }

  private static String scope(JsonNode token) {
    return token.hasNonNull("project") ? AccessPage.scope(token) : "";
  }

  /** Returns the triggers where they are fewer than there are. */
  private static String triggers(JsonNode node) {
    return node.path("triggers").size() == 1 ? Words.list(node.path("triggers")) : "";
  }
}
