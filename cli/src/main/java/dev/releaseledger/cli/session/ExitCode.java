package dev.releaseledger.cli.session;

import com.fasterxml.jackson.databind.JsonNode;

/** Every exit code of ledgerctl, and how answers and problems come by theirs. */
public enum ExitCode {
  /** Done, or nothing to do. */
  DONE(0),
  /** An error: bad input, something unknown, a failed statement, a fault. */
  ERROR(1),
  /** {@code plan --detailed-exitcode}, {@code policy diff} or {@code schema diff} found changes. */
  CHANGES(2),
  /** The database differs from what the ledger says it is. */
  DRIFT(3),
  /** A rule or a role forbids it. */
  REFUSED(4),
  /** Somebody has to approve first. */
  WAITING(5),
  /** The plan no longer describes the environment. */
  STALE(6),
  /** What was verified is not what it should be. */
  UNVERIFIED(7),
  /** The command line itself is wrong. */
  USAGE(64),
  /** The service or the database does not answer. */
  UNREACHABLE(69);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Returns the number the process ends with. */
  public int code() {
    return code;
  }

  /** Returns the exit code for a category of problem. */
  public static ExitCode ofCategory(String category) {
    return switch (category) {
      case "drift" -> DRIFT;
      case "forbidden", "refused" -> REFUSED;
      case "waiting" -> WAITING;
      case "stale" -> STALE;
      case "unreachable" -> UNREACHABLE;
      default -> ERROR;
    };
  }

  /** Returns the exit code for the answer to an apply or a resume. */
  public static ExitCode ofApply(JsonNode answer) {
    return switch (answer.path("outcome").asText()) {
      case "dry_run", "nothing_to_do", "scheduled", "applying", "applied" -> DONE;
      case "waiting_for_approval", "deferred" -> WAITING;
      case "drifted" -> DRIFT;
      case "rejected" -> REFUSED;
      case "invalidated", "expired" -> STALE;
      default -> ERROR;
    };
  }

  /** Returns the exit code for a drift view. */
  public static ExitCode ofDrift(JsonNode drift) {
    return drift.path("status").asText().equals("drifted") ? DRIFT : DONE;
  }
}
