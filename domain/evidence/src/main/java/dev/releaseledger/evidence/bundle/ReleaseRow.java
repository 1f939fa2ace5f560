package dev.releaseledger.evidence.bundle;

import java.util.List;

/**
 * A release of the period, as its events tell it; what no event tells is empty.
 *
 * @param index of the leaf of its release-advanced
 * @param event the id of that event
 * @param release the id of the release
 */
public record ReleaseRow(long index, String event, String release, List<String> others) {

  static final List<String> HEADER =
      List.of(
          "index",
          "event",
          "release",
          "at",
          "project",
          "environment",
          "previous",
          "cause",
          "rollout",
          "ref",
          "plan_digest",
          "requested_by",
          "requested_at",
          "approved_by",
          "applied_by",
          "started_at",
          "finished_at",
          "emergency",
          "emergency_reviewed");

  /** Keeps a copy. */
  public ReleaseRow {
    others = List.copyOf(others);
  }

  List<String> cells() {
    List<String> cells = new java.util.ArrayList<>(List.of(Long.toString(index), event, release));
    cells.addAll(others);
    return cells;
  }
}
