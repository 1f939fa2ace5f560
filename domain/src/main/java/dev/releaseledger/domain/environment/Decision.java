package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.policy.Refusal;
import java.util.List;

/** The answer to a command: what happened because of it, or why nothing did. */
public sealed interface Decision {

  /** Yes, and this is what it means. */
  record Accepted(List<EnvironmentEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** No, and this is why. */
  record Declined(Refusal refusal) implements Decision {}

  static Decision accept(EnvironmentEvent... events) {
    return new Accepted(List.of(events));
  }

  static Decision accept(List<? extends EnvironmentEvent> events) {
    return new Accepted(List.copyOf(events));
  }

  static Decision decline(Refusal refusal) {
    return new Declined(refusal);
  }
}
