package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.policy.Refusal;

/** The answer to a command: what happened because of it, or why nothing did. */
public sealed interface SubscriptionDecision {

  /** Yes, and this is what it means. */
  record Accepted(SubscriptionEvent event) implements SubscriptionDecision {}

  /** No, and this is why. */
  record Declined(Refusal refusal) implements SubscriptionDecision {}

  static SubscriptionDecision accept(SubscriptionEvent event) {
    return new Accepted(event);
  }

  static SubscriptionDecision decline(Refusal refusal) {
    return new Declined(refusal);
  }
}
