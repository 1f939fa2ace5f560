package dev.releaseledger.app.port;

import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyReview;

/** Policies, and what they said to plans, as artifacts. */
public interface KeptPolicies {

  /** Keeps a policy; the digest of the artifact is the policy's digest. */
  String put(Policy policy);

  /** Reads a kept policy. */
  Policy policy(String digest);

  /** Keeps what a policy said to a plan; answers with the digest of the artifact. */
  String put(PolicyReview review);

  /** Keeps what a plan does; answers with the digest of the artifact. */
  String put(Impact impact);

  /** Reads what a plan does. */
  Impact impact(String digest);

  /** Reads what a policy said to a plan. */
  PolicyReview review(String digest);
}
