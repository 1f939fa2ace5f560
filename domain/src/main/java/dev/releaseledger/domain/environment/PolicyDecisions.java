package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import java.util.ArrayList;
import java.util.List;

/** What the owners of an environment decide about its rules. */
final class PolicyDecisions {

  private PolicyDecisions() {}

  /** What was planned under other rules, and approved with these in mind, is void. */
  static Decision adopt(Environment state, AdoptPolicy c) {
    if (c.policy().equals(state.rules())) {
      // They hold already.
      return Decision.accept(List.of());
    }
    PolicyAdopted adopted = adopted(state, c);
    List<EnvironmentEvent> events = new ArrayList<>(List.of(adopted));
    for (Rollout rollout : state.rollouts().values()) {
      if (rollout.status().isOpen()) {
        events.add(
            new PlanInvalidated(
                c.id().project(),
                c.id().environment(),
                rollout.id(),
                "the environment has another policy now, version " + adopted.version(),
                c.actor(),
                c.at()));
      }
    }
    return Decision.accept(events);
  }

  static PolicyAdopted adopted(Environment state, AdoptPolicy c) {
    return new PolicyAdopted(
        c.id().project(),
        c.id().environment(),
        state.policy() == null ? 1 : state.policy().version() + 1,
        c.policy(),
        c.document(),
        c.marked(),
        c.approvalsRequired(),
        c.reason(),
        c.actor(),
        c.at());
  }
}
