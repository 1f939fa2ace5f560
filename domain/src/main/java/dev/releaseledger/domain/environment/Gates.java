package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.contract.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of each gate whether a rollout is through, all of them at once. */
public final class Gates {

  private Gates() {}

  /**
   * The gates of a rollout as they are now.
   *
   * @param review what the policy said to its plan, or null where it said nothing
   */
  public static List<Gate> of(
      Environment environment, Rollout rollout, @Nullable PolicyReview review) {
    return List.of(contract(review), approvals(rollout), freeze(environment), drift(environment));
  }

  private static Gate contract(@Nullable PolicyReview review) {
    String name = "contract";
    if (review == null) {
      return Gate.met(name, "the policy has no contract, or the plan changes nothing");
    }
    List<Verdict> refused = review.refused();
    return refused.isEmpty()
        ? Gate.met(name, "the contract lets every change through")
        : Gate.unmet(
            name,
            "the contract does not let through: "
                + String.join("; ", refused.stream().map(Verdict::sentence).toList()),
            "declare a compatible change, or adopt a policy that lets it through");
  }

  private static Gate approvals(Rollout rollout) {
    String name = "approvals";
    PlanProposed proposal = rollout.proposal();
    int given = rollout.approvers().size();
    String count = "%d of %d".formatted(given, proposal.approvalsRequired());
    return given >= proposal.approvalsRequired()
        ? Gate.met(name, count)
        : Gate.unmet(
            name,
            count,
            "somebody other than the proposer approves this digest: ledgerctl rollout approve "
                + rollout.id());
  }

  private static Gate freeze(Environment environment) {
    String name = "freeze";
    return environment.freezeReason() == null
        ? Gate.met(name, "the environment is not frozen")
        : Gate.unmet(
            name,
            "the environment is frozen: " + environment.freezeReason(),
            "wait, or unfreeze it: ledgerctl env unfreeze");
  }

  private static Gate drift(Environment environment) {
    String name = "drift";
    return environment.drifted()
        ? Gate.unmet(
            name,
            "the database is not what the ledger knows",
            "look at it with ledgerctl drift show, and take it back")
        : Gate.met(name, "no drift is known");
  }
}
