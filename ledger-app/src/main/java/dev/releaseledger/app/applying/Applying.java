package dev.releaseledger.app.applying;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.governing.Judging;
import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.PlanIsStale;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeclareEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.ScheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.PlanRefusal.ImplicitApply;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.policy.gate.GatesUnmet;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Proposing proposing;
  private final Judging judging;
  private final Ledger ledger;
  private final Clock clock;
  private final ApplyRunner runner;
  private final Map<EnvironmentId, Object> gates = new ConcurrentHashMap<>();

  Applying(
      Drafting drafting,
      Comparing comparing,
      Schemas schemas,
      Proposing proposing,
      Judging judging,
      Ledger ledger,
      Clock clock,
      ApplyRunner runner) {
    this.drafting = drafting;
    this.comparing = comparing;
    this.schemas = schemas;
    this.proposing = proposing;
    this.judging = judging;
    this.ledger = ledger;
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
        if (!request.wish().dryRun()) {
          recordRefusal(
              request.environment(), null, request.ref(), refused.refusal(), request.actor());
        }
        throw refused;
      }
    }
  }

  private ApplyAnswer answer(ApplyRequest request) {
    if (request.trigger().equals(DEPLOY)) {
      throw new Refused(new ImplicitApply(request.trigger()));
    }
    if (request.wish().emergency() && request.wish().applyAt() != null) {
      throw new Refused(new InvalidValue("at", "must not be given for an emergency"));
    }
    Draft draft = drafting.draft(request.environment(), request.ref());
    Environment environment = draft.environment();
    if (request.wish().dryRun()) {
      Drafting.requireNoDrift(draft);
      return new ApplyAnswer.DryRun(draft, drafting.rehearse(draft));
    }
    Optional<ApplyAnswer> resumed = resumeUnderway(environment, draft, request);
    if (resumed.isPresent()) {
      return resumed.get();
    }
    requireNoDrift(draft, request);
    Allowing.requireAllowed(draft, request, drafting.policy(environment));
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
    String rollout = open.isPresent() ? open.get().id() : proposing.propose(draft, digest, request);
    if (request.wish().emergency()) {
      declareEmergency(draft, rollout, request);
    }
    Environment now = drafting.environment(id);
    Rollout found = now.rollout(rollout).orElseThrow();
    if (found.status().isUndecided() && !request.wish().emergency()) {
      return new ApplyAnswer.Waiting(rollout, draft, runner.position(id));
    }
    if (request.wish().applyAt() != null) {
      return schedule(id, rollout, request.wish().applyAt(), request);
    }
    if (!now.drifted() && now.freezeReason() == null) {
      comparing.record(now, rollout, DriftCheck.PREFLIGHT, draft.preflight(), request.actor());
    }
    return new ApplyAnswer.Applying(
        rollout,
        runner.start(
            id,
            rollout,
            digest,
            judging.circumstances(now, found, draft),
            request.wish().emergency(),
            request.trigger(),
            request.actor()));
  }

  private ApplyAnswer schedule(
      EnvironmentId id, String rollout, Instant applyAt, ApplyRequest request) {
    long position =
        ledger.record(
            new ScheduleRollout(
                id,
                rollout,
                applyAt,
                request.trigger(),
                request.reason(),
                request.actor(),
                clock.instant()));
    return new ApplyAnswer.Scheduled(rollout, position);
  }

  private void declareEmergency(Draft draft, String rollout, ApplyRequest request) {
    String reason = request.reason();
    if (reason == null || reason.isBlank()) {
      throw new Refused(new InvalidValue("reason", "must be given for an emergency"));
    }
    ledger.record(
        new DeclareEmergency(
            request.environment(),
            rollout,
            drafting.policy(draft.environment()).emergency(),
            reason,
            null,
            request.actor(),
            clock.instant()));
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

  private void requireNoDrift(Draft draft, ApplyRequest request) {
    Drafting.requireAtRest(draft);
    if (!draft.preflight().isClean() || draft.environment().drifted()) {
      comparing.record(
          draft.environment(), null, DriftCheck.PREFLIGHT, draft.preflight(), request.actor());
    }
    Drafting.requireNoDrift(draft);
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
  public ApplyAnswer resume(EnvironmentId id, String rollout, Going going) {
    Environment environment = drafting.environment(id);
    Rollout found =
        environment.rollout(rollout).orElseThrow(() -> new Refused(new UnknownRollout(rollout)));
    return switch (found.status()) {
      case APPLYING -> new ApplyAnswer.Applying(rollout, runner.resume(id, rollout, going.actor()));
      case APPLIED, DRIFTED, VERIFIED ->
          new ApplyAnswer.Applying(rollout, runner.finish(id, rollout, going.actor()));
      case APPROVED, SCHEDULED -> applyAgain(id, found, going);
      case PROPOSED, DEFERRED -> {
        if (going.emergency()) {
          yield applyAgain(id, found, going);
        }
        GatesUnmet unmet =
            new GatesUnmet(
                rollout,
                found.proposal().planDigest(),
                judging.gates(environment, found, going.trigger(), going.actor()).stream()
                    .filter(gate -> !gate.met())
                    .toList());
        recordRefusal(id, rollout, found.proposal().requestedRef(), unmet, going.actor());
        throw new Refused(unmet);
      }
      case BACKFILL_PENDING, RELEASED, FAILED, REJECTED, ABORTED, INVALIDATED, EXPIRED ->
          throw new Refused(new WrongStatus(rollout, "resume", found.status()));
    };
  }

  /**
   * How somebody wants to go on.
   *
   * @param roles the roles the caller has in the environment
   */
  public record Going(
      String trigger, boolean emergency, @Nullable String reason, String actor, Set<String> roles) {
    public Going {
      roles = Set.copyOf(roles);
    }
  }

  private ApplyAnswer applyAgain(EnvironmentId id, Rollout rollout, Going going) {
    PlanProposed proposal = rollout.proposal();
    Draft draft = drafting.draft(id, proposal.ref());
    String now = draft.plan().digest().value();
    if (!now.equals(proposal.planDigest())) {
      ledger.record(
          new InvalidatePlan(
              id, rollout.id(), "the plan made now is " + now, going.actor(), clock.instant()));
      throw new Refused(new PlanIsStale(rollout.id(), proposal.planDigest(), now));
    }
    return apply(
        new ApplyRequest(
            id,
            proposal.ref(),
            new ApplyRequest.Wish(false, false, proposal.forced(), going.emergency(), null, null),
            going.trigger(),
            going.reason(),
            going.actor(),
            going.roles()));
  }

  /** The roles that may say that a loss is meant. */
  List<String> forcing(EnvironmentId id) {
    return drafting.policy(drafting.environment(id)).force();
  }

  /** Why a rollout that is being applied is not going on; nothing while it is. */
  public Optional<String> interruption(String rollout) {
    return runner.interruption(rollout);
  }

  private void recordRefusal(
      EnvironmentId id, @Nullable String rollout, String ref, Refusal refusal, String actor) {
    if (ledger.environment(id).isEmpty()) {
      return;
    }
    ledger.record(
        new RecordRefusedApply(
            id,
            refusal instanceof GatesUnmet unmet ? unmet.rollout() : rollout,
            ref,
            refusal.slug(),
            refusal.detail(),
            actor,
            clock.instant()));
  }
}
