package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The approvals are where nobody can make them up afterwards, if the service asks for that. */
record AnchoredGate() implements GateRule {

  @Override
  public String name() {
    return "anchored";
  }

  @Override
  public String problem() {
    return "not-anchored";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    Set<AnchoredApproval> anchored = facts.ground().anchored();
    return anchored == null
        ? met("the service does not ask for it")
        : judge(facts.ballot().at(facts.now()), anchored);
  }

  private Gate judge(Ballot ballot, Set<AnchoredApproval> anchored) {
    if (ballot.only(yes -> anchored.contains(yes.approval())).complete()) {
      return met("the approvals that it takes are in an anchored checkpoint");
    }
    List<Ballot.Yes> waiting =
        ballot.given().stream().filter(yes -> !anchored.contains(yes.approval())).toList();
    return unmet(
        waiting.isEmpty()
            ? "there are not the approvals yet that would have to be anchored"
            : "not in an anchored checkpoint yet: the approval by "
                + waiting.stream().map(Ballot.Yes::actor).collect(Collectors.joining(", ")),
        "wait until the log is anchored, and apply again");
  }
}
