package dev.releaseledger.app.governing;

import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidPolicy;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Calendar;
import dev.releaseledger.domain.policy.GateSettings.Promotion;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyDocument;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets environments adopt policies. */
@Component
public class Governing {

  private final Drafting drafting;
  private final KeptPolicies policies;
  private final Artifacts artifacts;
  private final Calendar calendar;
  private final People people;
  private final Ledger ledger;
  private final Clock clock;

  Governing(
      Drafting drafting,
      KeptPolicies policies,
      Artifacts artifacts,
      Calendar calendar,
      People people,
      Ledger ledger,
      Clock clock) {
    this.drafting = drafting;
    this.policies = policies;
    this.artifacts = artifacts;
    this.calendar = calendar;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The policy that a document is, or a refusal that tells all its mistakes. */
  public Policy read(String document) {
    return switch (PolicyText.read(document, calendar)) {
      case PolicyDocument.Read(Policy policy) -> policy;
      case PolicyDocument.Mistaken(var mistakes) -> throw new Refused(new InvalidPolicy(mistakes));
    };
  }

  /** Lets the rules of a document hold from now on, unless they do; where the stream then is. */
  public long adopt(EnvironmentId id, String document, @Nullable String reason, String actor) {
    Environment _ = drafting.environment(id);
    return ledger.record(adoption(id, document, reason, actor));
  }

  /** A policy that names what is not there would keep everything out, and not say so. */
  private void requireKnown(EnvironmentId id, Policy policy) {
    List<String> mistakes = new ArrayList<>();
    policy.approvals().namedActors().stream()
        .filter(name -> people.actorNamed(name).isEmpty())
        .forEach(name -> mistakes.add("approvals names an actor that is not known: " + name));
    Promotion promotion = policy.gates().promotion();
    if (promotion != null
        && (promotion.from().equals(id.environment())
            || ledger.environment(new EnvironmentId(id.project(), promotion.from())).isEmpty())) {
      mistakes.add("gates.promotion.from must be another environment of the project");
    }
    if (!mistakes.isEmpty()) {
      throw new Refused(new InvalidPolicy(mistakes));
    }
  }

  /** The wish that the rules of a document hold, with both kept. */
  public AdoptPolicy adoption(
      EnvironmentId id, String document, @Nullable String reason, String actor) {
    Policy policy = read(document);
    requireKnown(id, policy);
    return new AdoptPolicy(
        id,
        policies.put(policy),
        artifacts.put("policy-document", document),
        policy.marked().word(),
        policy.approvalsRequired(),
        reason,
        actor,
        clock.instant());
  }
}
