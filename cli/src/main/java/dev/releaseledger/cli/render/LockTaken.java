package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A lock that a statement takes, and who has to wait meanwhile.
 *
 * @param mode as PostgreSQL names it
 * @param relation what it is taken on; empty when it is expected and was not measured
 * @param remark what else there is to say of it, such as that an earlier step took it
 */
record LockTaken(String mode, String relation, String remark) {
  private static final List<String> FROM_WEAKEST =
      List.of(
          "ACCESS SHARE",
          "ROW SHARE",
          "ROW EXCLUSIVE",
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  LockTaken(String mode, String relation) {
    this(mode, relation, "");
  }

  /** Returns the locks of a list that can be in anybody's way. */
  static List<LockTaken> all(JsonNode locks) {
    List<LockTaken> all = new ArrayList<>();
    for (JsonNode lock : locks) {
      LockTaken taken = new LockTaken(Words.of(lock, "mode"), Words.of(lock, "relation"));
      if (taken.isAtLeast("ROW EXCLUSIVE")) {
        all.add(taken);
      }
    }
    return all;
  }

  /** Returns whether it excludes no less than a lock of the other mode. */
  boolean isAtLeast(String other) {
    return FROM_WEAKEST.indexOf(mode) >= FROM_WEAKEST.indexOf(other);
  }

  boolean blocksReaders() {
    return mode.equals("ACCESS EXCLUSIVE");
  }

  boolean blocksWriters() {
    return isAtLeast("SHARE");
  }

  /** Returns the same lock with a remark. */
  LockTaken remarked(String words) {
    return new LockTaken(mode, relation, words);
  }

  /** Returns who is blocked while it is held. */
  String blocks() {
    return switch (mode) {
      case "ACCESS EXCLUSIVE" -> "blocks readers and writers";
      case "EXCLUSIVE" -> "blocks writers and row locks";
      case "SHARE ROW EXCLUSIVE", "SHARE" -> "blocks writers";
      case "SHARE UPDATE EXCLUSIVE" -> "blocks other schema changes and vacuum";
      default -> "blocks no reader and no writer";
    };
  }

  /** Returns the lock as one says it: mode, and what it is on when that is known. */
  String name() {
    return relation.isEmpty() ? mode : mode + " on " + relation;
  }

  String sentence() {
    return name() + ": " + blocks() + (remark.isEmpty() ? "" : " (" + remark + ")");
  }
}
