package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Writes who approved a plan, as what, and where that can be read. */
final class ApprovalLines {

  private ApprovalLines() {}

  /** Returns how many approvals there are, of how many, and by whom. */
  static String summary(JsonNode rollout) {
    JsonNode approvals = rollout.path("approvals");
    String names =
        StreamSupport.stream(approvals.spliterator(), false)
            .map(approval -> Words.of(approval, "by"))
            .collect(joining(", "));
    return approvals.size()
        + " of "
        + rollout.path("approvalsRequired").asInt()
        + (names.isEmpty() ? "" : " (" + names + ")");
  }

  /** Writes each approval. */
  static void write(JsonNode approvals, Page page) {
    if (approvals.isEmpty()) {
      return;
    }
    page.gap();
    page.line(page.style().bold("approvals"));
    Table table = Table.of("BY", "AT", "AS", "REFERENCE", "CHANNEL", "SIGNED", "REASON");
    for (JsonNode approval : approvals) {
      table.row(
          Words.of(approval, "by"),
          Words.time(approval, "at"),
          Words.list(approval.path("capacities")),
          Words.line(approval, "reference"),
          Words.line(approval, "channel"),
          approval.path("signed").asBoolean() ? page.style().good("yes") : "",
          Words.line(approval, "reason"));
    }
    table.write(page.in(), "");
  }
}
