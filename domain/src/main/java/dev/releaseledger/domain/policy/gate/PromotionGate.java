package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Promotion;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.gate.Facts.Promoted;
import java.time.Duration;
import java.time.Instant;

/** The same schema is current, and free of drift, in the environment before. */
record PromotionGate() implements GateRule {

  @Override
  public String name() {
    return "promotion";
  }

  @Override
  public String problem() {
    return "promotion-missing";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    Promotion wanted = policy.gates().promotion();
    if (wanted == null) {
      return met("the policy asks for no environment before this one");
    }
    Promoted there = facts.ground().promoted();
    String remedy =
        "apply the ref to %s first, and come back when it has proven itself there"
            .formatted(wanted.from());
    if (there == null) {
      return unmet(
          "%s does not have the schema that this plan leads to".formatted(wanted.from()), remedy);
    }
    if (there.drifted()) {
      return unmet(
          "the database of %s has drifted from %s".formatted(wanted.from(), there.release()),
          "take the drift back: ledgerctl drift show --env " + wanted.from());
    }
    Instant ripe = there.since().plus(Duration.ofHours(wanted.soakHours()));
    if (facts.now().isBefore(ripe)) {
      return unmet(
          "%s has it since %s, and has to have it for %d hours"
              .formatted(wanted.from(), there.since(), wanted.soakHours()),
          "come back at " + ripe);
    }
    if (wanted.rollbackRehearsed() && !there.rollbackRehearsed()) {
      return unmet(
          "the way back was not proven in %s".formatted(wanted.from()),
          "declare a change that can be taken back, or have the gate waived");
    }
    return met("%s has the same schema, as %s".formatted(wanted.from(), there.release()));
  }
}
