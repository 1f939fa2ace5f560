package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes who is who, and what is granted to whom. */
public final class AccessPage {

  private AccessPage() {}

  /** Writes grants as a table. */
  public static void bindings(JsonNode bindings, Page page) {
    Table table = Table.of("GRANT", "ACTOR", "GROUP", "ROLE", "SCOPE", "GRANTED", "BY");
    for (JsonNode binding : bindings.path("items")) {
      table.row(
          Words.of(binding, "id"),
          Words.of(binding, "actorName"),
          Words.of(binding, "group"),
          Words.of(binding, "role"),
          scope(binding),
          Words.time(binding, "grantedAt"),
          Words.of(binding, "grantedBy"));
    }
    table.write(page, "Nothing is granted.");
  }

  /** Writes a new grant. */
  public static void granted(JsonNode binding, Page page) {
    String group = Words.of(binding, "group");
    page.line(
        "Granted %s to %s, %s (%s)."
            .formatted(
                Words.of(binding, "role"),
                group.isEmpty() ? Words.of(binding, "actorName") : "group " + group,
                scope(binding),
                Words.of(binding, "id")));
  }

  /** Writes that a role holds no longer. */
  public static void revoked(JsonNode binding, Page page) {
    page.line("Revoked grant " + Words.of(binding, "revoked") + ".");
  }

  /** Writes groups as a table. */
  public static void groups(JsonNode groups, Page page) {
    Table table = Table.of("GROUP", "MEMBERS");
    for (JsonNode group : groups.path("items")) {
      table.row(Words.of(group, "group"), Words.of(group, "members"));
    }
    table.write(page, "No groups.");
  }

  /** Writes who is in a group. */
  public static void members(JsonNode members, Page page) {
    Table table = Table.of("ACTOR", "ID");
    for (JsonNode member : members.path("items")) {
      table.row(Words.of(member, "actorName"), Words.of(member, "actor"));
    }
    table.write(page, "Nobody is in it.");
  }

  /** Writes that somebody is in a group. */
  public static void added(JsonNode member, Page page) {
    page.line("%s is in %s.".formatted(Words.of(member, "actorName"), Words.of(member, "group")));
  }

  /** Writes that somebody is in a group no longer. */
  public static void removed(JsonNode member, Page page) {
    page.line(
        "%s is no longer in %s."
            .formatted(Words.of(member, "actorName"), Words.of(member, "group")));
  }

  /** Writes actors as a table. */
  public static void actors(JsonNode actors, Page page) {
    Table table = Table.of("ACTOR", "KIND", "GROUPS", "ADDRESSES", "ID");
    for (JsonNode actor : actors.path("items")) {
      table.row(
          Words.of(actor, "name"),
          Words.of(actor, "kind"),
          Words.list(actor.path("groups")),
          Words.list(actor.path("addresses")),
          Words.of(actor, "actor"));
    }
    table.write(page, "No actors.");
  }

  /** Writes one actor. */
  public static void actor(JsonNode actor, Page page) {
    new Fields()
        .with("actor", Words.of(actor, "name"))
        .with("id", Words.of(actor, "actor"))
        .with("kind", Words.of(actor, "kind"))
        .with("addresses", Words.list(actor.path("addresses")))
        .with("keys", Words.list(actor.path("keys")))
        .with("groups", Words.list(actor.path("groups")))
        .write(page);
  }

  /** Writes that a login is forgotten. */
  public static void loggedOut(JsonNode login, Page page) {
    page.line(
        (login.path("wasLoggedIn").asBoolean() ? "Logged out of " : "Nobody was logged in to ")
            + Words.of(login, "server")
            + ".");
  }

  /** Returns where something holds. */
  static String scope(JsonNode node) {
    String project = Words.of(node, "project");
    String environment = Words.of(node, "environment");
    return project.isEmpty()
        ? "everywhere"
        : "in " + project + (environment.isEmpty() ? "" : "/" + environment);
  }
}
