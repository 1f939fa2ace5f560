package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes who is told what; only a new secret is ever written itself. */
public final class SubscriptionPage {

  private SubscriptionPage() {}

  /** Writes a new subscription, and its secret the one time it can be seen. */
  public static void created(JsonNode subscription, Page page) {
    page.line(
        "Subscription %s (%s) tells %s by %s: %s, %s."
            .formatted(
                Words.of(subscription, "name"),
                Words.of(subscription, "id"),
                Words.list(subscription.path("to")),
                Words.of(subscription, "channel"),
                wanted(subscription),
                AccessPage.scope(subscription)));
    secret(subscription, page);
  }

  /** Writes subscriptions as a table. */
  public static void list(JsonNode subscriptions, Page page) {
    Table table =
        Table.of(
            "SUBSCRIPTION",
            "CHANNEL",
            "TO",
            "SCOPE",
            "EVENTS",
            "SEVERITY",
            "STATE",
            "WAITING",
            "DEAD",
            "LAST DELIVERED");
    for (JsonNode it : subscriptions.path("items")) {
      table.row(
          Words.of(it, "name"),
          Words.of(it, "channel"),
          Words.list(it.path("to")),
          AccessPage.scope(it),
          Words.list(it.path("events")),
          Words.of(it, "severity"),
          coloured(it, page),
          number(it, "pending"),
          number(it, "dead"),
          Words.time(it, "lastDeliveredAt"));
    }
    table.write(
        page, "Nobody is told anything; ledgerctl subscription create lets somebody be told.");
  }

  /** Writes one subscription. */
  public static void one(JsonNode it, Page page) {
    new Fields()
        .with("subscription", page.style().bold(Words.of(it, "name")))
        .with("id", Words.of(it, "id"))
        .with("channel", Words.of(it, "channel"))
        .with("to", Words.list(it.path("to")))
        .with("about", wanted(it) + ", " + AccessPage.scope(it))
        .with("state", coloured(it, page) + paused(it))
        .with("from", it.hasNonNull("from") ? "#" + it.path("from").asLong() : "")
        .with("waiting", number(it, "pending"))
        .with("dead", number(it, "dead"))
        .with("last delivered", Words.time(it, "lastDeliveredAt"))
        .with("two secrets until", Words.time(it, "previousSecretUntil"))
        .with("created", Words.time(it, "createdAt") + " by " + Words.of(it, "createdBy"))
        .write(page);
  }

  /** Writes that nobody is told by it any more. */
  public static void removed(JsonNode subscription, Page page) {
    page.line("Removed subscription " + Words.of(subscription, "removed") + ".");
  }

  /** Writes whether it is paused. */
  public static void state(JsonNode subscription, Page page) {
    page.line(
        "Subscription %s is %s."
            .formatted(Words.of(subscription, "name"), Words.of(subscription, "state")));
  }

  /** Writes a new secret. */
  public static void rotated(JsonNode subscription, Page page) {
    String until = Words.time(subscription, "previousSecretUntil");
    page.line(
        "Subscription %s has another secret; the one before %s."
            .formatted(
                Words.of(subscription, "name"),
                until.isEmpty() ? "counts no longer" : "counts until " + until));
    secret(subscription, page);
  }

  /** Writes what became of a test. */
  public static void tested(JsonNode test, Page page) {
    String status = test.hasNonNull("status") ? " (" + test.path("status").asInt() + ")" : "";
    page.line(
        test.path("delivered").asBoolean()
            ? "It arrived" + status + "."
            : page.style().warning("It did not arrive") + ": " + Words.of(test, "answer"));
  }

  private static void secret(JsonNode subscription, Page page) {
    if (subscription.hasNonNull("secret")) {
      page.line("What it signs with is shown this once:");
      page.line("secret: " + Words.of(subscription, "secret"));
    }
  }

  private static String wanted(JsonNode subscription) {
    String events = Words.list(subscription.path("events"));
    String severity = Words.of(subscription, "severity");
    return (events.isEmpty() ? "everything" : events)
        + (severity.equals("info") ? "" : " from " + severity + " on");
  }

  private static String coloured(JsonNode subscription, Page page) {
    String state = Words.of(subscription, "state");
    return state.equals("active") ? state : page.style().warning(state);
  }

  private static String paused(JsonNode subscription) {
    return subscription.hasNonNull("pausedAt")
        ? Words.sentence(
            " since " + Words.time(subscription, "pausedAt"), Words.of(subscription, "pauseReason"))
        : "";
  }

  private static String number(JsonNode subscription, String field) {
    long count = subscription.path(field).asLong();
    return count == 0 ? "" : Words.number(count);
  }
}
