package dev.releaseledger.domain.log;

import dev.releaseledger.domain.policy.Refusal;

/** The answer to a command: what happened because of it, or why nothing did. */
public sealed interface LogDecision {

  /** Yes, and this is what it means. */
  record Accepted(LogEvent event) implements LogDecision {}

  /** No, and this is why. */
  record Declined(Refusal refusal) implements LogDecision {}

  static LogDecision accept(LogEvent event) {
    return new Accepted(event);
  }

  static LogDecision decline(Refusal refusal) {
    return new Declined(refusal);
  }
}
