package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.record.ChangeRecord.Backup;
import dev.releaseledger.domain.record.ChangeRecord.Check;
import dev.releaseledger.domain.record.ChangeRecord.Comment;
import dev.releaseledger.domain.record.ChangeRecord.Effect;
import dev.releaseledger.domain.record.ChangeRecord.Event;
import dev.releaseledger.domain.record.ChangeRecord.Failure;
import dev.releaseledger.domain.record.ChangeRecord.Gate;
import dev.releaseledger.domain.record.ChangeRecord.Lease;
import dev.releaseledger.domain.record.ChangeRecord.Note;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import dev.releaseledger.domain.record.ChangeRecord.Refused;
import dev.releaseledger.domain.record.ChangeRecord.Released;
import dev.releaseledger.domain.record.ChangeRecord.Rows;
import dev.releaseledger.domain.record.ChangeRecord.Rules;
import dev.releaseledger.domain.record.ChangeRecord.Scope;
import dev.releaseledger.domain.record.ChangeRecord.StatusChange;
import dev.releaseledger.domain.record.ChangeRecord.Test;
import dev.releaseledger.domain.record.ChangeRecord.Ticket;
import dev.releaseledger.domain.record.ChangeRecord.Transaction;
import dev.releaseledger.domain.record.ChangeRecord.Waiver;
import dev.releaseledger.domain.record.ChangeRecord.What;
import dev.releaseledger.domain.record.ChangeRecord.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the record of a change from what the ledger has about its rollout. */
public final class Recording {

  private final Dossier dossier;
  private final Found found;
  private final PlanProposed proposal;
  private final List<StatusChange> history;

  private Recording(Dossier dossier) {
    this.dossier = dossier;
    this.found = new Found(dossier);
    this.proposal = dossier.proposal();
    this.history = Tracking.of(dossier);
  }

  /** The record of a change. */
  public static ChangeRecord of(Dossier dossier) {
    return new Recording(dossier).record();
  }

  private ChangeRecord record() {
    List<Entry> own = dossier.own();
    StatusChange last = history.getLast();
    Decisions decisions = new Decisions(found);
    List<Part> plan = new PlanRecord(dossier, found).parts();
    ChangeRecord.Emergency emergency = Afterwards.emergency(found);
    ChangeRecord.Backfill backfill = Afterwards.backfill(found, proposal);
    return new ChangeRecord(
        proposal.rollout(),
        proposal.project(),
        proposal.environment(),
        type(),
        last.to(),
        last.rolloutStatus(),
        dossier.recorded(own.getFirst()),
        dossier.recorded(own.getLast()),
        what(),
        proposal.reason(),
        when(),
        scope(),
        effect(dossier.impact()),
        rules(),
        plan,
        dossier.rehearsal().rows().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(Preflight.NONE))
            .map(entry -> new Rows(entry.getKey(), entry.getValue()))
            .toList(),
        decisions.approvals(),
        decisions.others(),
        found.each(TicketLinked.class, (it, at) -> new Ticket(it.kind(), it.reference(), at)),
        found.each(
            TestRecorded.class,
            (it, at) -> new Test(it.kind(), it.passed(), it.reference(), it.note(), at)),
        found.each(
            NoteRecorded.class, (it, at) -> new Note(it.kind(), it.text(), it.reference(), at)),
        found.each(PlanCommented.class, (it, at) -> new Comment(it.comment(), at)),
        found.each(
            GateWaived.class, (it, at) -> new Waiver(it.gate(), it.reason(), it.reference(), at)),
        gates(),
        backups(),
        emergency,
        decisions.schedule(),
        found.each(
            ApplyRefused.class,
            (it, at) -> new Refused(it.refusal(), it.detail(), it.requestedRef(), at)),
        leases(),
        found.each(
            StageStarted.class,
            (it, at) ->
                new Transaction(it.connection(), it.stage(), it.transactional(), it.steps(), at)),
        (int)
            plan.stream()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.ran() != null && !step.takenBack())
                .count(),
        found.each(
            ApplyFailed.class,
            (it, at) ->
                new Failure(
                    it.connection(),
                    it.stage(),
                    it.step(),
                    it.sqlState(),
                    it.message(),
                    it.rolledBack(),
                    it.takenBack(),
                    it.reached(),
                    at)),
        checks(),
        released(),
        backfill,
        Afterwards.outcome(last, dossier, found, emergency, backfill),
        history,
        own.stream()
            .map(entry -> new Event(entry.name(), entry.sentence(), dossier.recorded(entry)))
            .toList());
  }

  private String type() {
    if (found.last(EmergencyDeclared.class) != null) {
      return "emergency";
    }
    boolean nobody =
        proposal.approvalsRequired() == 0
            && (proposal.terms() == null || proposal.terms().capacities().isEmpty());
    return nobody ? "standard" : "normal";
  }

  private What what() {
    return new What(
        proposal.ref(),
        proposal.requestedRef(),
        proposal.committedAt(),
        proposal.terms() == null
            ? List.of()
            : proposal.terms().authors().stream().map(dossier.names()).toList(),
        proposal.planDigest(),
        proposal.steps(),
        dossier.plan().connections().values().stream()
            .flatMap(part -> part.steps().stream())
            .map(Step::summary)
            .toList(),
        proposal.trigger(),
        proposal.forced());
  }

  private When when() {
    RolloutScheduled scheduled = found.last(RolloutScheduled.class);
    ApplyStarted started = found.last(ApplyStarted.class);
    ReleaseAdvanced advanced = found.last(ReleaseAdvanced.class);
    return new When(
        proposal.at(),
        reached("approved"),
        scheduled == null ? null : scheduled.applyAt(),
        started == null ? null : started.at(),
        dossier.own().stream()
            .map(Entry::event)
            .filter(it -> it instanceof ApplySucceeded || it instanceof ApplyFailed)
            .map(EnvironmentEvent::at)
            .reduce((one, other) -> other)
            .orElse(null),
        advanced == null ? null : advanced.at());
  }

  /** When it last came to a status, or null when it never did. */
  private @Nullable Instant reached(String status) {
    return history.stream()
        .filter(change -> change.rolloutStatus().equals(status))
        .map(change -> change.recorded().at())
        .reduce((one, other) -> other)
        .orElse(null);
  }

  private Scope scope() {
    Impact impact = dossier.impact();
    return new Scope(
        impact == null ? new TreeSet<>() : impact.tables(),
        dossier.plan().connections().entrySet().stream()
            .filter(entry -> !entry.getValue().steps().isEmpty())
            .map(java.util.Map.Entry::getKey)
            .toList());
  }

  private static @Nullable Effect effect(@Nullable Impact impact) {
    return impact == null
        ? null
        : new Effect(
            impact.destructive(),
            impact.irreversible(),
            impact.emptied(),
            impact.blocking(),
            impact.rehearsedMillis());
  }

  /** The policy of the plan's digest that was adopted last before the plan was proposed. */
  private @Nullable Rules rules() {
    String digest = dossier.plan().policy();
    return digest == null
        ? null
        : before(entry ->
                entry.event() instanceof PlanProposed it && it.rollout().equals(dossier.rollout()))
            .stream()
            .filter(
                it -> it.event() instanceof PolicyAdopted policy && policy.policy().equals(digest))
            .max(Comparator.comparingLong(Entry::position))
            .map(entry -> rules((PolicyAdopted) entry.event(), dossier.recorded(entry)))
            .orElse(null);
  }

  private static Rules rules(PolicyAdopted policy, Recorded recorded) {
    return new Rules(policy.version(), policy.policy(), policy.marked(), recorded);
  }

  private List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    ApplyStarted started = found.last(ApplyStarted.class);
    if (started != null) {
      long position = found.positionOf(started);
      started
          .gates()
          .forEach(gate -> gates.add(new Gate(gate.gate(), gate.met(), gate.why(), position)));
    }
    return gates;
  }

  private List<Backup> backups() {
    return before(entry ->
            entry.event() instanceof ApplyStarted it && it.rollout().equals(dossier.rollout()))
        .stream()
        .filter(entry -> entry.event() instanceof BackupRecorded)
        .reduce((one, other) -> other)
        .map(entry -> backup((BackupRecorded) entry.event(), dossier.recorded(entry)))
        .stream()
        .toList();
  }

  private static Backup backup(BackupRecorded it, Recorded recorded) {
    return new Backup(it.location(), it.takenAt(), it.verified(), it.restoreTestedAt(), recorded);
  }

  /** The environment's events before the last one that fits; none where none fits. */
  private List<Entry> before(Predicate<Entry> mark) {
    List<Entry> stream = dossier.stream();
    int end = stream.size() - 1;
    while (end >= 0 && !mark.test(stream.get(end))) {
      end--;
    }
    return end < 0 ? List.of() : stream.subList(0, end);
  }

  private List<Lease> leases() {
    List<Lease> leases = new ArrayList<>();
    for (Entry entry : dossier.own()) {
      Recorded at = dossier.recorded(entry);
      if (entry.event() instanceof ApplyStarted it) {
        leases.add(new Lease(it.fencingToken(), it.executor(), false, at));
      } else if (entry.event() instanceof ApplyResumed it) {
        leases.add(new Lease(it.fencingToken(), it.executor(), true, at));
      }
    }
    return leases;
  }

  private List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (Entry entry : dossier.own()) {
      Recorded at = dossier.recorded(entry);
      if (entry.event() instanceof DriftCheckPassed it) {
        checks.add(new Check(word(it.check()), true, List.of(), 0, null, at));
      } else if (entry.event() instanceof DriftDetected it) {
        checks.add(
            new Check(
                word(it.check()), false, it.differences(), it.differenceCount(), it.report(), at));
      }
    }
    return checks;
  }

  private static String word(DriftCheck check) {
    return PlanRecord.word(check);
  }

  private @Nullable Released released() {
    return found
        .each(
            ReleaseAdvanced.class,
            (it, at) -> new Released(it.release(), it.previous(), it.schemas(), at))
        .stream()
        .reduce((one, other) -> other)
        .orElse(null);
  }
}
