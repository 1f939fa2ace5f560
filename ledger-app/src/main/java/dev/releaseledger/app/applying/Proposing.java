package dev.releaseledger.app.applying;

import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts plans before their environments, rehearsed and with all that was found about them. */
@Component
class Proposing {

  private final Drafting drafting;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final Ledger ledger;
  private final Ids ids;
  private final Clock clock;

  Proposing(
      Drafting drafting,
      Schemas schemas,
      KeptPolicies policies,
      Ledger ledger,
      Ids ids,
      Clock clock) {
    this.drafting = drafting;
    this.schemas = schemas;
    this.policies = policies;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Proposes a plan; answers with the id of its rollout. */
  String propose(Draft draft, String digest, ApplyRequest request) {
    SortedMap<String, String> snapshots = new TreeMap<>();
    draft
        .declared()
        .forEach((connection, schema) -> snapshots.put(connection, schemas.put(schema)));
    PlanRehearsal rehearsal = drafting.rehearse(draft);
    String rollout = ids.next("rol_");
    ledger.record(
        new ProposePlan(
            request.environment(),
            rollout,
            digest,
            draft.commit().sha(),
            draft.requestedRef(),
            draft.commit().committedAt(),
            draft.base(),
            draft.target(),
            snapshots,
            schemas.put(rehearsal),
            draft.steps(),
            draft.destructive(),
            request.wish().force() && !draft.destructive().isEmpty(),
            draft.plan().policy(),
            draft.review().approvalsNeeded(),
            draft.review().isEmpty() ? null : policies.put(draft.review()),
            terms(draft, rehearsal, request),
            request.trigger(),
            request.reason(),
            request.actor(),
            clock.instant()));
    return rollout;
  }

  private Terms terms(Draft draft, PlanRehearsal rehearsal, ApplyRequest request) {
    Policy policy = drafting.policy(draft.environment());
    Impact impact = draft.impact().rehearsed(millis(rehearsal));
    return new Terms(
        policy.approvals().needed(impact.tables()),
        policy.approvals().signed(),
        policy.approvals().validForHours(),
        draft.origin().descends(),
        draft.origin().authors(),
        policies.put(impact),
        request.wish().backfill());
  }

  private static long millis(PlanRehearsal rehearsal) {
    return rehearsal.connections().values().stream()
        .flatMap(report -> report.steps().stream())
        .mapToLong(MeasuredStep::millis)
        .sum();
  }
}
