package dev.releaseledger.app.governing;

import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.refusal.RequestRefusal.ServiceDecides;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the word of those who approve, in the capacities that the policy gives them. */
@Component
public class Approving {

  private final Drafting drafting;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Approving(Drafting drafting, People people, Ledger ledger, Clock clock) {
    this.drafting = drafting;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A yes.
   *
   * @param groups the groups that the approver is a member of
   * @param reference where the decision is written down, or null
   * @param channel where it was made, or null
   */
  public record Yes(
      String rollout,
      String planDigest,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable String channel,
      @Nullable Signature signature,
      String actor,
      Collection<String> groups) {
    public Yes {
      groups = List.copyOf(groups);
    }
  }

  /** Records a yes; answers with its position. */
  public long approve(EnvironmentId id, Yes yes) {
    Environment environment = drafting.environment(id);
    Policy policy = drafting.policy(environment);
    String actor = yes.actor();
    if (people.isService(actor)) {
      throw new Refused(new ServiceDecides(people.nameOf(actor)));
    }
    return ledger.record(
        new ApprovePlan(
            id,
            yes.rollout(),
            yes.planDigest(),
            yes.reason(),
            policy.separation(),
            !people.addressesOf(actor).isEmpty(),
            selves(actor),
            authors(environment, policy, yes.rollout()),
            List.copyOf(policy.approvals().capacities(people.nameOf(actor), yes.groups())),
            yes.reference(),
            yes.channel(),
            yes.signature(),
            actor,
            clock.instant()));
  }

  /** Who commits under the same address is the same person, whatever they log in with. */
  private Set<String> selves(String actor) {
    Set<String> selves = new HashSet<>(Set.of(actor));
    people.addressesOf(actor).forEach(address -> selves.addAll(people.actorsAt(address)));
    return selves;
  }

  /** An author may have become known as one after the plan was proposed. */
  private List<String> authors(Environment environment, Policy policy, String rollout) {
    return policy.separates(Separation.AUTHOR_APPROVES)
        ? environment
            .rollout(rollout)
            .map(found -> drafting.origin(environment, found.proposal().ref()).authors())
            .orElse(List.of())
        : List.of();
  }
}
