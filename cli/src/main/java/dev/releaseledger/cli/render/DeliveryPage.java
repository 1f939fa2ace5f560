package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what became of notices. */
public final class DeliveryPage {

  private DeliveryPage() {}

  /** Writes deliveries as a table. */
  public static void list(JsonNode deliveries, Page page) {
    Table table =
        Table.of(
            "DELIVERY", "SUBSCRIPTION", "ENTRY", "STATUS", "ATTEMPTS", "NEXT", "SETTLED", "ANSWER");
    for (JsonNode it : deliveries.path("items")) {
      table.row(
          Words.of(it, "id"),
          Words.of(it, "subscriptionName"),
          "#" + it.path("position").asLong(),
          status(it, page),
          Integer.toString(it.path("attempts").asInt()),
          Words.time(it, "nextAt"),
          Words.time(it, "settledAt"),
          Words.line(it, "answer"));
    }
    table.write(page, "No deliveries.");
  }

  /** Writes that one is sent once more. */
  public static void replayed(JsonNode delivery, Page page) {
    page.line(
        "%s is sent to %s once more."
            .formatted(Words.of(delivery, "id"), Words.of(delivery, "subscriptionName")));
  }

  /** Writes that all that were given up are sent once more. */
  public static void allReplayed(JsonNode replayed, Page page) {
    long count = replayed.path("replayed").asLong();
    page.line(
        "Sent to %s once more: %s."
            .formatted(
                Words.of(replayed, "subscriptionName"),
                count == 1 ? "1 delivery" : count + " deliveries"));
  }

  private static String status(JsonNode delivery, Page page) {
    String status = Words.of(delivery, "status");
    return status.equals("dead") ? page.style().warning(status) : status;
  }
}
