package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Writes how environments stood at an earlier moment. */
public final class ReplayPage {

  private ReplayPage() {}

  /** Writes every environment of a replay. */
  public static void write(JsonNode replay, Page page) {
    String at = Words.time(replay, "at");
    page.line(
        page.style()
            .bold(
                "As of #"
                    + Words.of(replay, "position")
                    + (at.isEmpty() ? ", before the first event" : ", " + at)));
    if (replay.path("environments").isEmpty()) {
      page.gap().line("There was no environment yet.");
    }
    for (JsonNode environment : replay.path("environments")) {
      page.gap();
      environment(environment, page);
    }
  }

  private static void environment(JsonNode then, Page page) {
    Style style = page.style();
    JsonNode release = then.path("release");
    JsonNode policy = then.path("policy");
    page.line(style.bold(Words.place(then)));
    new Fields()
        .with("release", release.isObject() ? release(release) : "none yet")
        .with("ref", Words.of(release, "ref"))
        .with("policy", policy.isObject() ? policy(policy) : "")
        .with("approvals", Words.of(then, "approvalsRequired") + " required")
        .with("drift", style.status(Words.of(then, "drift")))
        .with("frozen", Words.of(then, "freezeReason"))
        .with("project frozen", Words.of(then, "projectFreezeReason"))
        .with("rollouts", lines(then.path("rollouts"), ReplayPage::rollout))
        .with("still to do", ObligationLines.of(then, "", style))
        .with("schema", lines(then.path("schemas"), ReplayPage::schema))
        .with("events", Words.of(then, "events"))
        .write(page.in());
    for (JsonNode schema : then.path("schemas")) {
      if (schema.hasNonNull("sql")) {
        page.gap()
            .line(style.dim("-- " + Words.place(then) + ", " + Words.of(schema, "connection")))
            .verbatim(Words.of(schema, "sql"));
      }
    }
  }

  private static String release(JsonNode release) {
    return "%s, by %s of %s at %s"
        .formatted(
            Words.of(release, "id"),
            Words.of(release, "cause"),
            Words.of(release, "by"),
            Words.time(release, "at"));
  }

  private static String policy(JsonNode policy) {
    return "version %s (%s), adopted by %s at %s"
        .formatted(
            Words.of(policy, "version"),
            Words.of(policy, "marked"),
            Words.of(policy, "by"),
            Words.time(policy, "adoptedAt"));
  }

  private static String rollout(JsonNode rollout) {
    String approvers =
        StreamSupport.stream(rollout.path("approvals").spliterator(), false)
            .map(approval -> Words.of(approval, "by"))
            .collect(joining(", "));
    return "%s %s, requested by %s, approved by %s (%d of %s)"
        .formatted(
            Words.of(rollout, "id"),
            Words.of(rollout, "status"),
            Words.of(rollout, "requestedBy"),
            approvers.isEmpty() ? "nobody" : approvers,
            rollout.path("approvals").size(),
            Words.of(rollout, "approvalsRequired"));
  }

  private static String schema(JsonNode schema) {
    return Words.of(schema, "connection") + " " + Words.of(schema, "fingerprint");
  }

  private static String lines(
      JsonNode items, java.util.function.Function<JsonNode, String> sentence) {
    return StreamSupport.stream(items.spliterator(), false).map(sentence).collect(joining("\n"));
  }
}
