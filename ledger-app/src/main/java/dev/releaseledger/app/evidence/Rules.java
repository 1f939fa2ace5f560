package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.policy.Policy;
import org.springframework.stereotype.Component;

/** Finds the rules that a rollout was held to. */
@Component
class Rules {

  private final KeptPolicies policies;
  private final Schemas schemas;

  Rules(KeptPolicies policies, Schemas schemas) {
    this.policies = policies;
    this.schemas = schemas;
  }

  /** Rules, and the artifact in which each of them is spelled out. */
  record Held(String digest, Policy policy) {}

  Held of(Course course) {
    Plan plan = schemas.plan(course.proposal().planDigest());
    String digest = plan.policy();
    if (digest != null) {
      return new Held(digest, policies.policy(digest));
    }
    // An environment that never adopted a policy is held to the usual rules.
    int approvals =
        course.happened().stream()
            .filter(it -> it.event() instanceof EnvironmentCreated)
            .map(it -> ((EnvironmentCreated) it.event()).approvalsRequired())
            .findFirst()
            .orElse(course.proposal().approvalsRequired());
    Policy usual = Policy.undocumented(approvals);
    return new Held(policies.put(usual), usual);
  }
}
