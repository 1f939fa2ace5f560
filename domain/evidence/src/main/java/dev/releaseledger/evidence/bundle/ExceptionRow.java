package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.util.List;

/** Something of the period that an auditor asks about, with the event that it rests on. */
public record ExceptionRow(
    long index,
    String event,
    String at,
    Kind kind,
    String project,
    String environment,
    String rollout,
    String actor,
    String detail) {

  /** What it is. */
  public enum Kind {
    /** A plan was let past gates. */
    EMERGENCY,
    /** Nobody has looked at an emergency yet. */
    EMERGENCY_UNREVIEWED,
    /** Somebody wanted to have two parts that are kept apart. */
    SELF_APPROVAL,
    /** An apply was refused for another reason. */
    REFUSED_APPLY,
    /** What had to be filled in after a release is not filled in yet. */
    BACKFILL_OPEN,
    /** Databases were not as the ledger says. */
    DRIFT
  }

  static final List<String> HEADER =
      List.of(
          "index", "event", "at", "kind", "project", "environment", "rollout", "actor", "detail");

  List<String> cells() {
    return List.of(
        Long.toString(index),
        event,
        at,
        kind.name().toLowerCase(java.util.Locale.ROOT),
        project,
        environment,
        rollout,
        actor,
        detail);
  }

  Json.Obj json() {
    return new Members()
        .text("index", Long.toString(index))
        .text("event", event)
        .text("at", at)
        .word("kind", kind)
        .text("project", project)
        .text("environment", environment)
        .text("rollout", rollout)
        .text("actor", actor)
        .text("detail", detail)
        .built();
  }
}
