package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.CommentPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.LinkTicket;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackfill;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackup;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordNote;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordTest;
import dev.releaseledger.domain.environment.EnvironmentCommand.WaiveGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotWaivable;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnWaiver;
import dev.releaseledger.domain.policy.gate.GateRule;
import dev.releaseledger.domain.policy.gate.Gates;
import java.util.List;
import java.util.Optional;

/** What people write down about changes; a record can be added also when the rollout is over. */
final class RecordDecisions {

  private RecordDecisions() {}

  static Decision comment(Environment state, CommentPlan c) {
    return about(
        state,
        c.rollout(),
        new PlanCommented(
            c.id().project(), c.id().environment(), c.rollout(), c.comment(), c.actor(), c.at()));
  }

  static Decision link(Environment state, LinkTicket c) {
    return about(
        state,
        c.rollout(),
        new TicketLinked(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.kind().word(),
            c.reference(),
            c.actor(),
            c.at()));
  }

  static Decision test(Environment state, RecordTest c) {
    return about(
        state,
        c.rollout(),
        new TestRecorded(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.kind().word(),
            c.passed(),
            c.reference(),
            c.note(),
            c.actor(),
            c.at()));
  }

  static Decision note(Environment state, RecordNote c) {
    return about(
        state,
        c.rollout(),
        new NoteRecorded(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.kind().word(),
            c.text(),
            c.reference(),
            c.actor(),
            c.at()));
  }

  static Decision backup(RecordBackup c) {
    return accept(
        new BackupRecorded(
            c.id().project(),
            c.id().environment(),
            c.location(),
            c.takenAt(),
            c.verified(),
            c.restoreTestedAt(),
            c.note(),
            c.actor(),
            c.at()));
  }

  static Decision waive(Environment state, WaiveGate c) {
    Optional<GateRule> gate = Gates.named(c.gate()).filter(GateRule::waivable);
    if (gate.isEmpty()) {
      List<String> waivable =
          Gates.ALL.stream().filter(GateRule::waivable).map(GateRule::name).toList();
      return decline(new NotWaivable(c.gate(), waivable));
    }
    return PlanDecisions.of(
        state,
        c.rollout(),
        "waive a gate",
        RolloutStatus::isOpen,
        rollout ->
            rollout.proposal().actor().equals(c.actor())
                ? decline(new OwnWaiver(c.rollout()))
                : accept(
                    new GateWaived(
                        c.id().project(),
                        c.id().environment(),
                        c.rollout(),
                        c.gate(),
                        c.reason(),
                        c.reference(),
                        c.actor(),
                        c.at())));
  }

  static Decision backfill(Environment state, RecordBackfill c) {
    return PlanDecisions.of(
        state,
        c.rollout(),
        "record a backfill",
        status -> status == RolloutStatus.BACKFILL_PENDING,
        rollout ->
            accept(
                new BackfillRecorded(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.validated(),
                    c.rows(),
                    c.reference(),
                    c.note(),
                    c.actor(),
                    c.at())));
  }

  private static Decision about(Environment state, String rollout, EnvironmentEvent event) {
    return PlanDecisions.of(state, rollout, "record", status -> true, found -> accept(event));
  }
}
