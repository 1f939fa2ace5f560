package dev.releaseledger.app.rest;

import dev.releaseledger.app.applying.Applying;
import dev.releaseledger.app.governing.Judging;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.rest.RolloutView.ApprovalView;
import dev.releaseledger.app.rest.RolloutView.FailureView;
import dev.releaseledger.app.rest.RolloutView.Progress;
import dev.releaseledger.app.rest.RolloutView.StatementView;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.projections.policies.AdoptedPolicy;
import dev.releaseledger.projections.policies.Policies;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns rows of the views into what goes over the wire: actors get their names back. */
@Component
class Presenting {

  private final People people;
  private final Rollouts rollouts;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final Applying applying;
  private final Judging judging;
  private final Policies adopted;
  private final RecordsPresenting records;
  private final Ledger ledger;

  Presenting(
      People people,
      Rollouts rollouts,
      Schemas schemas,
      KeptPolicies policies,
      Applying applying,
      Judging judging,
      Policies adopted,
      RecordsPresenting records,
      Ledger ledger) {
    this.judging = judging;
    this.adopted = adopted;
    this.records = records;
    this.ledger = ledger;
    this.applying = applying;
    this.people = people;
    this.rollouts = rollouts;
    this.schemas = schemas;
    this.policies = policies;
  }

  String actor(String id) {
    return people.nameOf(id);
  }

  ReleaseView release(ReleaseRow row, boolean current) {
    String fingerprint =
        row.schemas().size() == 1
            ? row.schemas().values().iterator().next()
            : Fingerprint.of(row.schemas()).value();
    return new ReleaseView(
        row.release(),
        row.project(),
        row.ref(),
        fingerprint,
        row.schemas(),
        row.environment(),
        row.at(),
        actor(row.actor()),
        row.cause(),
        row.rollout(),
        row.previous(),
        row.reason(),
        current);
  }

  /** A rollout as it is listed. */
  RolloutView summary(RolloutRow row) {
    int done = rollouts.committed(row.rollout());
    return view(row, done, List.of(), null, null, null, null);
  }

  /** A rollout with its plan and what has run of it. */
  RolloutView whole(RolloutRow row) {
    Plan plan = schemas.plan(row.planDigest());
    List<StatementView> statements =
        rollouts.statements(row.rollout()).stream().map(s -> statement(plan, s)).toList();
    return view(
        row,
        rollouts.committed(row.rollout()),
        gates(row),
        rollout(row).orElse(null),
        statements,
        PlanView.of(plan, row.requestedRef(), rehearsal(row), review(row)),
        plan);
  }

  private @Nullable PlanRehearsal rehearsal(RolloutRow row) {
    return proposal(row).map(it -> schemas.rehearsal(it.rehearsal())).orElse(null);
  }

  private @Nullable PolicyReview review(RolloutRow row) {
    return proposal(row).map(PlanProposed::review).map(policies::review).orElse(null);
  }

  /** What stands before it where it is open; where it has run, what let it through. */
  private List<Gate> gates(RolloutRow row) {
    return environment(row)
        .flatMap(environment ->
            environment
                .rollout(row.rollout())
                .map(rollout ->
                    rollout.status().isOpen()
                        ? judging
                            .gates(
                                environment,
                                rollout,
                                rollout.proposal().trigger(),
                                rollout.proposal().actor())
                            .stream()
                            .map(Gate::spoken)
                            .toList()
                        : rollouts.gates(row.rollout()).stream()
                            .map(it -> new Gate(it.gate(), it.met(), it.why(), null, null, null))
                            .toList()))
        .orElse(List.of());
  }

  private Optional<Rollout> rollout(RolloutRow row) {
    return environment(row).flatMap(environment -> environment.rollout(row.rollout()));
  }

  private Optional<PlanProposed> proposal(RolloutRow row) {
    return rollout(row).map(Rollout::proposal);
  }

  private Optional<Environment> environment(RolloutRow row) {
    return ledger.environment(new EnvironmentId(row.project(), row.environment()));
  }

  private RolloutView view(
      RolloutRow row,
      int done,
      List<Gate> gates,
      @Nullable Rollout rollout,
      @Nullable List<StatementView> statements,
      @Nullable PlanView planView,
      @Nullable Plan plan) {
    return new RolloutView(
        row.rollout(),
        row.project(),
        row.environment(),
        row.ref(),
        row.requestedRef(),
        row.planDigest(),
        row.status(),
        actor(row.requestedBy()),
        row.requestedAt(),
        rollouts.approvals(row.rollout()).stream()
            .map(a ->
                new ApprovalView(
                    actor(a.actor()),
                    a.at(),
                    a.reason(),
                    a.capacities(),
                    a.reference(),
                    a.channel(),
                    a.signed()))
            .toList(),
        row.approvalsRequired(),
        row.destructive(),
        row.forced(),
        row.trigger(),
        row.release(),
        row.failure() == null ? null : failure(row.failure(), plan),
        row.release() == null ? applying.interruption(row.rollout()).orElse(null) : null,
        row.reason(),
        row.statusReason(),
        row.nextReview(),
        row.backfill(),
        row.applyAt(),
        row.reviewDue(),
        plan == null || plan.policy() == null ? null : version(row, plan.policy()),
        new Progress(done, row.steps()),
        gates,
        rollout == null ? null : records.of(rollout),
        statements,
        planView);
  }

  private @Nullable Integer version(RolloutRow row, String digest) {
    return adopted
        .ofDigest(row.project(), row.environment(), digest)
        .map(AdoptedPolicy::version)
        .orElse(null);
  }

  private static FailureView failure(RolloutRow.Failure failure, @Nullable Plan plan) {
    String sql =
        plan == null
            ? null
            : step(plan, failure.connection(), failure.step()).map(Step::sql).orElse(null);
    return new FailureView(
        failure.connection(),
        failure.step(),
        sql,
        failure.sqlState(),
        failure.message(),
        failure.rolledBack(),
        failure.takenBack());
  }

  private static StatementView statement(Plan plan, RolloutRow.Statement statement) {
    Optional<Step> step = step(plan, statement.connection(), statement.step());
    return new StatementView(
        statement.connection(),
        statement.step(),
        step.map(Step::summary).orElse(""),
        step.map(Step::sql).orElse(""),
        statement.takenBack() ? "taken_back" : "applied",
        statement.millis() < 0 ? null : statement.millis(),
        statement.at());
  }

  private static Optional<Step> step(Plan plan, String connection, int number) {
    return Optional.ofNullable(plan.connections().get(connection)).stream()
        .flatMap(schemaPlan -> schemaPlan.steps().stream())
        .filter(step -> step.number() == number)
        .findFirst();
  }
}
