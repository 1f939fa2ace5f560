package dev.releaseledger.app.evidence.report.oscal;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Approval;
import dev.releaseledger.domain.record.ChangeRecord.Check;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What had to be so when the change had been made. */
final class Executed {

  private Executed() {}

  static Optional<Judgement> asApproved(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    boolean whole = change.statements() == change.what().steps() && file.move() != null;
    boolean same =
        change.approvals().stream()
            .filter(Approval::stands)
            .allMatch(it -> it.planDigest().equals(change.what().planDigest()));
    List<Long> positions = new ArrayList<>();
    change.approvals().forEach(it -> positions.add(it.recorded().position()));
    change.plan().stream()
        .flatMap(part -> part.steps().stream())
        .map(Step::ran)
        .filter(ran -> ran != null)
        .forEach(ran -> positions.add(ran.recorded().position()));
    return Optional.of(
        Judgement.of(
            whole && same,
            "every statement of the plan is committed, and approvals name this plan",
            same
                ? "%d of %d statements are committed"
                    .formatted(change.statements(), change.what().steps())
                : "an approval names another plan",
            positions));
  }

  static Optional<Judgement> freeOfDrift(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    List<Check> checks = change.driftChecks();
    return Optional.of(
        Judgement.of(
            !checks.isEmpty() && checks.getLast().clean(),
            "the last look at the databases found them as expected",
            checks.isEmpty() ? "nobody looked at the databases" : "drift was found",
            checks.stream().map(it -> it.recorded().position()).toList()));
  }

  static Optional<Judgement> wayBack(CaseFile file) {
    ChangeRecord change = file.change();
    if (change == null) {
      return Optional.empty();
    }
    boolean undone =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .allMatch(step -> step.undo().sql() != null);
    List<ChangeRecord.Note> notes =
        change.notes().stream()
            .filter(it -> List.of("recovery", "rollback-plan").contains(it.kind()))
            .toList();
    List<Long> positions = new ArrayList<>();
    positions.add(change.requested().position());
    notes.forEach(it -> positions.add(it.recorded().position()));
    return Optional.of(
        Judgement.of(
            undone || !notes.isEmpty(),
            undone ? "every step has a statement that takes it back" : "somebody wrote down how",
            "a step cannot be undone, and nobody wrote down how to recover",
            positions));
  }

  static Optional<Judgement> emergencyReviewed(CaseFile file) {
    Emergency emergency = file.change() == null ? null : file.change().emergency();
    if (emergency == null) {
      return Optional.empty();
    }
    ChangeRecord.Reviewed reviewed = emergency.reviewed();
    List<Long> positions = new ArrayList<>();
    positions.add(emergency.recorded().position());
    if (reviewed != null) {
      positions.add(reviewed.recorded().position());
    }
    return Optional.of(
        Judgement.of(
            reviewed != null && reviewed.justified(),
            "it was found justified",
            reviewed == null ? "nobody has reviewed it" : "it was found not justified",
            positions));
  }

  static Optional<Judgement> recordProtected(CaseFile file) {
    return Optional.of(
        Judgement.of(
            !file.log().covering(file.lastLeaf()).isEmpty(),
            "a checkpoint over every event is held elsewhere",
            "no checkpoint over every event is held elsewhere",
            List.of()));
  }
}
