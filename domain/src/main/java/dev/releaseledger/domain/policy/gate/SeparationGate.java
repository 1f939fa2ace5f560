package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.gate.Facts.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody has two parts in the change that the policy keeps apart. */
record SeparationGate() implements GateRule {

  @Override
  public String name() {
    return "separation-of-duties";
  }

  @Override
  public String problem() {
    return "duties-not-separated";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    People people = facts.people();
    Set<String> approvers =
        facts.ballot().given().stream().map(Ballot.Yes::actor).collect(Collectors.toSet());
    List<String> both = new ArrayList<>();
    for (Separation parts : policy.separation()) {
      boolean one =
          switch (parts) {
            case REQUESTER_APPROVES -> approvers.contains(people.requester());
            case AUTHOR_APPROVES -> approvers.stream().anyMatch(people.authors()::contains);
            case APPROVER_APPLIES -> approvers.contains(people.executor());
            case REQUESTER_APPLIES -> people.requester().equals(people.executor());
            case AUTHOR_APPLIES -> people.authors().contains(people.executor());
          };
      if (one) {
        both.add(parts.word());
      }
    }
    return both.isEmpty()
        ? met(
            policy.separation().isEmpty()
                ? "the policy keeps no parts apart"
                : "kept apart: " + words(policy.separation()))
        : unmet(
            "the policy forbids what is the case: " + String.join(", ", both),
            "somebody else takes that part");
  }

  private static String words(List<Separation> parts) {
    return String.join(", ", parts.stream().map(Separation::word).toList());
  }
}
