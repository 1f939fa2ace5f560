package dev.releaseledger.domain.access;

import dev.releaseledger.domain.policy.Refusal;
import java.util.List;

/** The answer to a command: what happened because of it, or why nothing did. */
public sealed interface AccessDecision {

  /** Yes, and this is what it means; nothing when it is so already. */
  record Accepted(List<AccessEvent> events) implements AccessDecision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** No, and this is why. */
  record Declined(Refusal refusal) implements AccessDecision {}

  static AccessDecision accept(AccessEvent... events) {
    return new Accepted(List.of(events));
  }

  static AccessDecision decline(Refusal refusal) {
    return new Declined(refusal);
  }
}
