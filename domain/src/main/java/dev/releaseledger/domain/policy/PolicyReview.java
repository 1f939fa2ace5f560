package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a policy says to a plan, connection by connection. */
public record PolicyReview(SortedMap<String, Review> connections) {

  public PolicyReview {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
  }

  /** The verdicts that stop the plan, whoever says yes to it. */
  public List<Verdict> refused() {
    return connections.values().stream().flatMap(review -> review.refused().stream()).toList();
  }

  /** How many people have to say yes because of what the plan is. */
  public int approvalsNeeded() {
    return connections.values().stream().anyMatch(Review::needsApproval) ? 1 : 0;
  }

  /** Whether the policy has nothing to say. */
  public boolean isEmpty() {
    return connections.values().stream().allMatch(review -> review.verdicts().isEmpty());
  }
}
