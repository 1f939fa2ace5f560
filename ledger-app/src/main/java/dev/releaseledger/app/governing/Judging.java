package dev.releaseledger.app.governing;

import dev.releaseledger.app.anchoring.AnchoredApprovals;
import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.MaintenanceWindows;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.environment.Circumstances;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.GateFacts;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Promotion;
import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.gate.Facts.Promoted;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.UndoMark;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what gates are judged by, and tells what they would say now. */
@Component
public class Judging {

  private final Drafting drafting;
  private final KeptPolicies policies;
  private final Schemas schemas;
  private final MaintenanceWindows windows;
  private final Ledger ledger;
  private final AnchoredApprovals anchored;
  private final Clock clock;

  Judging(
      Drafting drafting,
      KeptPolicies policies,
      Schemas schemas,
      MaintenanceWindows windows,
      Ledger ledger,
      AnchoredApprovals anchored,
      Clock clock) {
    this.drafting = drafting;
    this.policies = policies;
    this.schemas = schemas;
    this.windows = windows;
    this.ledger = ledger;
    this.anchored = anchored;
    this.clock = clock;
  }

  /** What the gates would say if a rollout were to run now, by what was found when it was made. */
  public List<Gate> gates(
      Environment environment, Rollout rollout, String trigger, String executor) {
    Terms terms = rollout.terms();
    String review = rollout.proposal().review();
    Circumstances circumstances =
        circumstances(
            environment,
            rollout,
            terms.impact() == null ? Impact.NONE : policies.impact(terms.impact()),
            review == null ? new PolicyReview(new TreeMap<>()) : policies.review(review),
            new Draft.Origin(terms.descends(), terms.authors()));
    return GateFacts.judge(environment, rollout, circumstances, trigger, executor, clock.instant());
  }

  /** What the gates of a rollout are judged by, after a new look at its databases. */
  public Circumstances circumstances(Environment environment, Rollout rollout, Draft draft) {
    String before = rollout.terms().impact();
    long rehearsed = before == null ? 0 : policies.impact(before).rehearsedMillis();
    return circumstances(
        environment, rollout, draft.impact().rehearsed(rehearsed), draft.review(), draft.origin());
  }

  private Circumstances circumstances(
      Environment environment,
      Rollout rollout,
      Impact impact,
      PolicyReview review,
      Draft.Origin origin) {
    Policy policy = drafting.policy(environment);
    Promotion promotion = policy.gates().promotion();
    Window window = policy.gates().window();
    return new Circumstances(
        policy,
        environment.rules(),
        impact,
        review,
        origin.authors(),
        origin.descends(),
        promotion == null ? null : promoted(environment.id(), promotion.from(), rollout),
        window == null ? null : windows.at(window, clock.instant()),
        ledger.freezeOf(environment.id().project()),
        anchored.of(environment.id(), rollout.id()));
  }

  /** Where the same schema was applied and is current; adopting or promoting proves nothing. */
  private @Nullable Promoted promoted(EnvironmentId id, String from, Rollout rollout) {
    Environment before = ledger.environment(new EnvironmentId(id.project(), from)).orElse(null);
    ReleaseAdvanced current = before == null ? null : before.current();
    if (before == null
        || current == null
        || current.cause() != ReleaseCause.APPLY
        || current.rollout() == null
        || !current.schemas().equals(rollout.proposal().target())) {
      return null;
    }
    return new Promoted(
        current.release(),
        current.at(),
        before.drifted(),
        before.rollout(current.rollout()).map(this::wayBackWasProven).orElse(false));
  }

  private boolean wayBackWasProven(Rollout rollout) {
    PlanRehearsal rehearsal = schemas.rehearsal(rollout.proposal().rehearsal());
    List<MeasuredStep> steps =
        rehearsal.connections().values().stream()
            .flatMap(report -> report.steps().stream())
            .toList();
    // A plan that did nothing there has proven nothing.
    return !steps.isEmpty()
        && steps.stream().allMatch(step -> step.undo() instanceof UndoMark.Reversible);
  }
}
