package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import dev.releaseledger.domain.record.ChangeRecord.Reviewed;
import java.util.List;

/** What ran, what was found afterwards, and how it could be taken back. */
final class Executions {

  private Executions() {}

  static List<Answer> apply(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    List<ChangeRecord.Lease> leases = change == null ? List.of() : change.leases();
    Recorded started = leases.isEmpty() ? null : leases.getFirst().recorded();
    List<ChangeRecord.Failure> failures = change == null ? List.of() : change.failures();
    return answers
        .each(
            "applier",
            leases,
            it -> answers.cited().actor(it.recorded()).and(", run by " + it.executor()),
            ChangeRecord.Lease::recorded)
        .time("started", change == null ? null : change.when().startedAt(), started)
        .put(
            "finished",
            change == null || change.when().finishedAt() == null
                ? null
                : Text.of(Words.time(change.when().finishedAt())),
            ends(file))
        .code("target", answers.said().map(it -> it.apply().targetId()).orElse(null), started)
        .put(
            "statements",
            change == null || started == null
                ? null
                : Text.of(
                    "%d of %s committed"
                        .formatted(
                            change.statements(), Words.count(change.what().steps(), "step"))),
            statements(change))
        .code(
            "executed digest",
            answers.said().map(it -> "sha256:" + it.apply().executedDigest().hex()).orElse(null),
            null)
        .put(
            "result",
            change == null || started == null
                ? null
                : Text.of(change.rolloutStatus() + ": " + change.outcome().sentence()),
            ends(file))
        .each("failures", failures, it -> Text.of(it.message()), ChangeRecord.Failure::recorded)
        .all();
  }

  static List<Answer> verification(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    List<ChangeRecord.Check> checks = change == null ? List.of() : change.driftChecks();
    return answers
        .code(
            "schema after",
            answers
                .said()
                .map(it -> "sha256:" + it.verification().snapshotDigest().hex())
                .orElse(null),
            null)
        .each(
            "comparisons",
            checks,
            it -> Text.of(Words.spoken(it.check()) + ": " + (it.clean() ? "as expected" : "drift")),
            ChangeRecord.Check::recorded)
        .each(
            "verifier",
            checks,
            it -> answers.cited().actor(it.recorded()),
            ChangeRecord.Check::recorded)
        .all();
  }

  static List<Answer> rollback(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    Recorded at = change == null ? null : change.requested();
    return answers
        .code(
            "plan digest",
            answers
                .said()
                .flatMap(it -> it.rollback().planDigest())
                .map(it -> "sha256:" + it.hex())
                .orElse(null),
            at)
        .words(
            "tested",
            answers.said().map(it -> Words.yesNo(it.rollback().tested())).orElse(null),
            at)
        .code("owner", answers.said().flatMap(it -> it.rollback().ownerRef()).orElse(null), at)
        .never("criteria to abort")
        .each(
            "what was written about it",
            Requests.notes(change, "recovery", "rollback-plan"),
            Requests::note,
            ChangeRecord.Note::recorded)
        .words(
            "executed",
            answers.said().map(it -> Words.yesNo(it.rollback().executed())).orElse(null),
            null)
        .all();
  }

  static List<Answer> emergency(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    Emergency emergency = change == null ? null : change.emergency();
    Recorded at = emergency == null ? null : emergency.recorded();
    Reviewed reviewed = emergency == null ? null : emergency.reviewed();
    Recorded then = reviewed == null ? null : reviewed.recorded();
    return answers
        .words("emergency", change == null ? null : Words.yesNo(emergency != null), at)
        .put("justification", emergency == null ? null : Text.orErased(emergency.reason()), at)
        .put("invoked by", at == null ? null : answers.cited().actor(at), at)
        .time("review due", emergency == null ? null : emergency.reviewDue(), at)
        .put("reviewed by", then == null ? null : answers.cited().actor(then), then)
        .time("reviewed at", then == null ? null : then.at(), then)
        .words(
            "found",
            reviewed == null ? null : reviewed.justified() ? "justified" : "not justified",
            then)
        .all();
  }

  private static List<Long> ends(CaseFile file) {
    return file.change() == null
        ? List.of()
        : file.change().events().stream()
            .filter(it -> List.of("apply-succeeded", "apply-failed").contains(it.event()))
            .map(it -> it.recorded().position())
            .toList();
  }

  private static List<Long> statements(@org.jspecify.annotations.Nullable ChangeRecord change) {
    return change == null
        ? List.of()
        : change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .map(ChangeRecord.Step::ran)
            .filter(java.util.Objects::nonNull)
            .map(it -> it.recorded().position())
            .toList();
  }
}
