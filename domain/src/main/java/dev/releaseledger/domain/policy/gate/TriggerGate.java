package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Trigger;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** An apply is set off in a way that the policy allows. */
record TriggerGate() implements GateRule {

  @Override
  public String name() {
    return "trigger";
  }

  @Override
  public String problem() {
    return "trigger-refused";
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> allowed = policy.gates().triggers().stream().map(Trigger::word).toList();
    return allowed.contains(facts.trigger())
        ? met("it is set off by: " + facts.trigger())
        : unmet(
            "it is set off by %s; the policy allows %s"
                .formatted(facts.trigger(), String.join(", ", allowed)),
            "set it off by hand, or as the policy allows: --trigger " + String.join("|", allowed));
  }
}
