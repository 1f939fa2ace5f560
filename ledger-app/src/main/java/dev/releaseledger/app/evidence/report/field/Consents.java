package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.DutiesRule;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stood before the apply: tests, approvals, duties kept apart, the time. */
final class Consents {

  private static final String SEPARATION = "separation-of-duties";

  private Consents() {}

  static List<Answer> tests(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    return answers
        .put("rehearsal", rehearsal(change), change == null ? null : change.requested())
        .each(
            "recorded tests",
            change == null ? List.of() : change.tests(),
            it ->
                Text.of(
                    Words.spoken(it.kind())
                        + ": "
                        + (it.passed() ? "passed" : "failed")
                        + (it.reference() == null ? "" : ", " + it.reference())),
            ChangeRecord.Test::recorded)
        .put(
            "plan that was tested",
            answers
                .said()
                .map(it ->
                    Text.lines(
                        it.tests().stream()
                            .map(test ->
                                Text.of(test.environment() + ": ")
                                    .and(Text.code("sha256:" + test.planDigest().hex())))
                            .toList()))
                .orElse(null),
            List.of())
        .put(
            "report",
            answers
                .said()
                .map(it ->
                    Text.lines(
                        it.tests().stream()
                            .map(test -> Text.code("sha256:" + test.digest().hex()))
                            .toList()))
                .orElse(null),
            List.of())
        .all();
  }

  static List<Answer> approvals(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    List<ChangeRecord.Approval> given = change == null ? List.of() : change.approvals();
    return answers
        .each(
            "approved",
            given,
            it ->
                answers
                    .cited()
                    .actor(it.recorded())
                    .and(
                        ", "
                            + Words.time(it.recorded().at())
                            + (it.stands() ? "" : ", taken back")),
            ChangeRecord.Approval::recorded)
        .each(
            "as",
            given.stream().filter(it -> !it.capacities().isEmpty()).toList(),
            it -> Text.of(String.join(", ", it.capacities())),
            ChangeRecord.Approval::recorded)
        .each(
            "approved plan",
            given,
            it -> Text.code(it.planDigest()),
            ChangeRecord.Approval::recorded)
        .each(
            "signature",
            given.stream().filter(it -> it.signedWith() != null).toList(),
            it -> Text.codeOrNotRecorded(it.signedWith()),
            ChangeRecord.Approval::recorded)
        .each(
            "other decisions",
            change == null ? List.of() : change.decisions(),
            it ->
                answers
                    .cited()
                    .actor(it.recorded())
                    .and(": " + it.decision() + ", ")
                    .and(Text.orErased(it.reason())),
            ChangeRecord.Decision::recorded)
        .all();
  }

  static List<Answer> separation(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    List<ChangeRecord.Lease> leases = change == null ? List.of() : change.leases();
    return answers
        .put(
            "rule",
            answers.said().map(it -> DutiesRule.of(it.separationOfDuties().rule())).orElse(null),
            List.of())
        .words(
            "verdict",
            answers.said().map(it -> Words.spoken(it.separationOfDuties().verdict())).orElse(null),
            null)
        .put(
            "judged",
            Text.lines(gates(change, SEPARATION).stream().map(Consents::gate).toList()),
            positions(gates(change, SEPARATION)))
        .put(
            "requester",
            change == null ? null : answers.cited().actor(change.requested()),
            change == null ? null : change.requested())
        .each(
            "approver",
            change == null
                ? List.of()
                : change.approvals().stream().filter(ChangeRecord.Approval::stands).toList(),
            it -> answers.cited().actor(it.recorded()),
            ChangeRecord.Approval::recorded)
        .each(
            "applier",
            leases,
            it -> answers.cited().actor(it.recorded()),
            ChangeRecord.Lease::recorded)
        .all();
  }

  static List<Answer> schedule(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    Recorded at = change == null ? null : change.requested();
    return answers
        .put(
            "window",
            answers
                .said()
                .flatMap(it -> it.window())
                .map(it -> Text.of(Words.time(it.from()) + " to " + Words.time(it.until())))
                .orElseGet(() ->
                    Text.lines(gates(change, "window").stream().map(Consents::gate).toList())),
            positions(gates(change, "window")))
        .each(
            "scheduled",
            change == null ? List.of() : change.schedule(),
            it ->
                Text.of(
                    it.applyAt() == null
                        ? "not to run by itself"
                        : "for " + Words.time(it.applyAt())),
            ChangeRecord.Schedule::recorded)
        .words(
            "expected duration",
            change == null || change.impact() == null || rehearsal(change) == null
                ? null
                : Words.millis(change.impact().rehearsedMillis()) + " in the rehearsal",
            at)
        .never("notified parties")
        .all();
  }

  private static List<Long> positions(List<ChangeRecord.Gate> gates) {
    return gates.stream().map(ChangeRecord.Gate::position).distinct().toList();
  }

  private static List<ChangeRecord.Gate> gates(@Nullable ChangeRecord change, String name) {
    return change == null
        ? List.of()
        : change.gates().stream().filter(it -> it.gate().equals(name)).toList();
  }

  private static Text gate(ChangeRecord.Gate gate) {
    return Text.of((gate.met() ? "met" : "not met") + ": " + gate.why());
  }

  private static @Nullable Text rehearsal(@Nullable ChangeRecord change) {
    if (change == null) {
      return null;
    }
    long rehearsed =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .filter(step -> step.rehearsed() != null)
            .count();
    return rehearsed == 0
        ? null
        : Text.of("%d of %s ran".formatted(rehearsed, Words.count(change.what().steps(), "step")));
  }
}
