package dev.releaseledger.app.applying;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.RequestRefusal.PlanIsStale;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.ApprovalsMissing;
import dev.releaseledger.domain.environment.EnvironmentRefusal.Frozen;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.PlanRefusal.ContractForbids;
import dev.releaseledger.domain.policy.PlanRefusal.DestructiveWithoutForce;
import dev.releaseledger.domain.policy.PlanRefusal.ForceNeedsAdmin;
import dev.releaseledger.domain.policy.PlanRefusal.ImplicitApply;
import dev.releaseledger.domain.policy.PlanRefusal.RowsWouldViolate;
import dev.releaseledger.domain.policy.PlanRefusal.UnsupportedChange;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a ref towards being an environment's release: plan, gates, proposal, and, once nothing
 * stands in the way, the run.
 */
@Component
public class Applying {

  private static final String DEPLOY = "deploy";

  private final Drafting drafting;
  private final Comparing comparing;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final Ledger ledger;
  private final Ids ids;
  private final Clock clock;
  private final ApplyRunner runner;
  private final Map<EnvironmentId, Object> gates = new ConcurrentHashMap<>();

  Applying(
      Drafting drafting,
      Comparing comparing,
      Schemas schemas,
      KeptPolicies policies,
      Ledger ledger,
      Ids ids,
      Clock clock,
      ApplyRunner runner) {
    this.drafting = drafting;
    this.comparing = comparing;
    this.schemas = schemas;
    this.policies = policies;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.runner = runner;
  }

  /** Answers a request to apply; a refusal of a real apply is recorded before it is thrown. */
  public ApplyAnswer apply(ApplyRequest request) {
    // Two requests at once would propose the same plan twice.
    synchronized (gates.computeIfAbsent(request.environment(), key -> new Object())) {
      try {
        return answer(request);
      } catch (Refused refused) {
        recordRefusal(request, refused);
        throw refused;
      }
    }
  }

  private ApplyAnswer answer(ApplyRequest request) {
    if (request.trigger().equals(DEPLOY)) {
      throw new Refused(new ImplicitApply(request.trigger()));
    }
    Draft draft = drafting.draft(request.environment(), request.ref());
    Environment environment = draft.environment();
    if (request.dryRun()) {
      Drafting.requireNoDrift(draft);
      return new ApplyAnswer.DryRun(draft, drafting.rehearse(draft));
    }
    Optional<ApplyAnswer> resumed = resumeUnderway(environment, draft, request);
    if (resumed.isPresent()) {
      return resumed.get();
    }
    requireNoDrift(draft, request);
    requireAllowed(draft, request);
    ReleaseAdvanced current = environment.current();
    if (current != null
        && draft.plan().isEmpty()
        && draft.release(new TreeMap<>()).id().value().equals(current.release())) {
      return new ApplyAnswer.NothingToDo(current.release());
    }
    return proceed(draft, request);
  }

  private ApplyAnswer proceed(Draft draft, ApplyRequest request) {
    EnvironmentId id = request.environment();
    String digest = schemas.put(draft.plan());
    Optional<Rollout> open =
        draft.environment().rollouts().values().stream()
            .filter(rollout -> rollout.status().isOpen())
            .filter(rollout -> rollout.proposal().planDigest().equals(digest))
            .findFirst();
    invalidateOthers(draft, digest, request.actor());
    String rollout = open.isPresent() ? open.get().id() : propose(draft, digest, request);
    Environment now = drafting.environment(id);
    RolloutStatus status =
        now.rollout(rollout).map(Rollout::status).orElse(RolloutStatus.INVALIDATED);
    if (status.isUndecided()) {
      return new ApplyAnswer.Waiting(rollout, draft, runner.position(id));
    }
    if (!now.drifted() && now.freezeReason() == null) {
      comparing.record(now, rollout, DriftCheck.PREFLIGHT, draft.preflight(), request.actor());
    }
    return new ApplyAnswer.Applying(
        rollout, runner.start(id, rollout, digest, request.trigger(), request.actor()));
  }

  private String propose(Draft draft, String digest, ApplyRequest request) {
    SortedMap<String, String> snapshots = new TreeMap<>();
    draft
        .declared()
        .forEach((connection, schema) -> snapshots.put(connection, schemas.put(schema)));
    String rehearsal = schemas.put(drafting.rehearse(draft));
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
            rehearsal,
            draft.steps(),
            draft.destructive(),
            request.force() && !draft.destructive().isEmpty(),
            draft.plan().policy(),
            draft.review().approvalsNeeded(),
            draft.review().isEmpty() ? null : policies.put(draft.review()),
            request.trigger(),
            request.reason(),
            request.actor(),
            clock.instant()));
    return rollout;
  }

  /** A rollout of the same ref with another plan was made for a base that is gone. */
  private void invalidateOthers(Draft draft, String digest, String actor) {
    for (Rollout other : draft.environment().rollouts().values()) {
      PlanProposed proposal = other.proposal();
      if (other.status().isOpen()
          && proposal.ref().equals(draft.commit().sha())
          && !proposal.planDigest().equals(digest)) {
        ledger.record(
            new InvalidatePlan(
                draft.environment().id(),
                other.id(),
                "the same ref is planned differently now: " + digest,
                actor,
                clock.instant()));
      }
    }
  }

  private static void requireAllowed(Draft draft, ApplyRequest request) {
    if (draft.plan().blocked()) {
      throw new Refused(new UnsupportedChange(draft.blockers()));
    }
    if (!draft.review().refused().isEmpty()) {
      throw new Refused(new ContractForbids(draft.review().refused()));
    }
    if (!draft.violations().isEmpty()) {
      requireForce(request, new RowsWouldViolate(draft.violations()));
    }
    if (!draft.destructive().isEmpty()) {
      requireForce(request, new DestructiveWithoutForce(draft.destructive()));
    }
  }

  private static void requireForce(ApplyRequest request, Refusal without) {
    if (!request.force()) {
      throw new Refused(without);
    }
    if (!request.mayForce()) {
      throw new Refused(new ForceNeedsAdmin());
    }
  }

  private void requireNoDrift(Draft draft, ApplyRequest request) {
    Drafting.requireAtRest(draft);
    if (!draft.preflight().isClean() || draft.environment().drifted()) {
      comparing.record(
          draft.environment(), null, DriftCheck.PREFLIGHT, draft.preflight(), request.actor());
    }
    Drafting.requireNoDrift(draft);
    String reason = draft.environment().freezeReason();
    if (reason != null) {
      throw new Refused(new Frozen(draft.environment().id().toString(), reason));
    }
  }

  /** A rollout that has run, but is not released for drift, goes on where it stopped. */
  private Optional<ApplyAnswer> resumeUnderway(
      Environment environment, Draft draft, ApplyRequest request) {
    return environment
        .underway()
        .filter(rollout -> rollout.status() != RolloutStatus.APPLYING)
        .filter(rollout -> rollout.proposal().ref().equals(draft.commit().sha()))
        .map(rollout ->
            new ApplyAnswer.Applying(
                rollout.id(), runner.finish(environment.id(), rollout.id(), request.actor())));
  }

  /** Goes on with a rollout: one that is approved, was interrupted, or was stopped by drift. */
  public ApplyAnswer resume(
      EnvironmentId id, String rollout, boolean mayForce, @Nullable String reason, String actor) {
    Environment environment = drafting.environment(id);
    Rollout found =
        environment.rollout(rollout).orElseThrow(() -> new Refused(new UnknownRollout(rollout)));
    return switch (found.status()) {
      case APPLYING -> new ApplyAnswer.Applying(rollout, runner.resume(id, rollout, actor));
      case APPLIED, DRIFTED, VERIFIED ->
          new ApplyAnswer.Applying(rollout, runner.finish(id, rollout, actor));
      case APPROVED -> applyApproved(id, found, mayForce, reason, actor);
      case PROPOSED, DEFERRED ->
          throw new Refused(
              new ApprovalsMissing(
                  rollout,
                  found.proposal().planDigest(),
                  found.approvers().size(),
                  found.proposal().approvalsRequired()));
      case RELEASED, FAILED, REJECTED, ABORTED, INVALIDATED ->
          throw new Refused(new WrongStatus(rollout, "resume", found.status()));
    };
  }

  private ApplyAnswer applyApproved(
      EnvironmentId id, Rollout rollout, boolean mayForce, @Nullable String reason, String actor) {
    PlanProposed proposal = rollout.proposal();
    Draft draft = drafting.draft(id, proposal.ref());
    String now = draft.plan().digest().value();
    if (!now.equals(proposal.planDigest())) {
      ledger.record(
          new InvalidatePlan(
              id, rollout.id(), "the plan made now is " + now, actor, clock.instant()));
      throw new Refused(new PlanIsStale(rollout.id(), proposal.planDigest(), now));
    }
    return apply(
        new ApplyRequest(
            id,
            proposal.ref(),
            false,
            proposal.forced(),
            mayForce,
            proposal.trigger(),
            reason,
            actor));
  }

  /** Why a rollout that is being applied is not going on; nothing while it is. */
  public Optional<String> interruption(String rollout) {
    return runner.interruption(rollout);
  }

  private void recordRefusal(ApplyRequest request, Refused refused) {
    if (request.dryRun() || ledger.environment(request.environment()).isEmpty()) {
      return;
    }
    ledger.record(
        new RecordRefusedApply(
            request.environment(),
            null,
            request.ref(),
            refused.refusal().slug(),
            refused.refusal().detail(),
            request.actor(),
            clock.instant()));
  }
}
