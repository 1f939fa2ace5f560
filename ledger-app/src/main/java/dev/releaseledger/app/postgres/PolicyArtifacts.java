package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyReview;
import org.springframework.stereotype.Component;

/** Policies and reviews kept as their canonical JSON. */
@Component
final class PolicyArtifacts implements KeptPolicies {

  private final Artifacts artifacts;

  PolicyArtifacts(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public String put(Policy policy) {
    return artifacts.put("policy", SchemaCodec.write(policy));
  }

  @Override
  public Policy policy(String digest) {
    return SchemaCodec.read(artifacts.read(digest), Policy.class);
  }

  @Override
  public String put(PolicyReview review) {
    return artifacts.put("review", SchemaCodec.write(review));
  }

  @Override
  public String put(Impact impact) {
    return artifacts.put("impact", SchemaCodec.write(impact));
  }

  @Override
  public Impact impact(String digest) {
    return SchemaCodec.read(artifacts.read(digest), Impact.class);
  }

  @Override
  public PolicyReview review(String digest) {
    return SchemaCodec.read(artifacts.read(digest), PolicyReview.class);
  }
}
