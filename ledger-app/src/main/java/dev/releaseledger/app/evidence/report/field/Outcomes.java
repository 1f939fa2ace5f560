package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.HeldCheckpoint;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.given.ReleaseMove;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of it, and what the log says about all of that. */
final class Outcomes {

  private Outcomes() {}

  static List<Answer> release(CaseFile file) {
    Answers answers = new Answers(file);
    ReleaseMove move = file.move();
    Recorded at = move == null ? null : move.recorded();
    return answers
        .code("release", move == null ? null : move.release(), at)
        .words("cause", move == null ? null : move.cause().toString(), at)
        .code("release before", move == null ? null : move.previous(), at)
        .code(
            "policy",
            answers.said().map(it -> "sha256:" + it.gate().policyDigest().hex()).orElse(null),
            null)
        .words(
            "verdict",
            answers.said().map(it -> Words.spoken(it.gate().verdict())).orElse(null),
            null)
        .all();
  }

  static List<Answer> outOfBand(CaseFile file) {
    ChangeRecord change = file.change();
    List<ChangeRecord.Check> checks = change == null ? List.of() : change.driftChecks();
    List<ChangeRecord.Check> drifted = checks.stream().filter(it -> !it.clean()).toList();
    Answers answers = new Answers(file);
    return drifted.isEmpty()
        ? answers
            .each(
                "drift",
                checks,
                it -> Text.of("none at the check " + Words.spoken(it.check())),
                ChangeRecord.Check::recorded)
            .all()
        : answers
            .each(
                "drift",
                drifted,
                it ->
                    Text.of(Words.spoken(it.check()) + ": ")
                        .and(Text.strong(Words.count(it.differenceCount(), "difference"))),
                ChangeRecord.Check::recorded)
            .all();
  }

  static List<Answer> log(CaseFile file) {
    LogProof log = file.log();
    long first = file.firstLeaf();
    long last = file.lastLeaf();
    return new Answers(file)
        .put("leaves", Text.of(first + " to " + last), List.of())
        .put("events", Text.of(Integer.toString(file.events().size())), List.of())
        .put(
            "checkpoint",
            Text.code(log.origin())
                .and(", size " + log.size() + ", root ")
                .and(Text.code("sha256:" + log.root().hex())),
            List.of())
        .time("logged after", log.bracket(first).after(), null)
        .time("logged before", log.bracket(last).before(), null)
        .put("held elsewhere", held(file), List.of())
        .all();
  }

  static List<Answer> environments(CaseFile file) {
    ChangeRecord change = file.change();
    return new Answers(file)
        .code("environment", file.place(), at(file))
        .put(
            "rows in the rehearsal",
            change == null
                ? null
                : Text.lines(
                    change.plan().stream()
                        .map(ChangeRecord.Part::rehearsedRows)
                        .filter(Objects::nonNull)
                        .map(Text::of)
                        .toList()),
            change == null ? null : change.requested())
        .never("separation of the environments' networks and access")
        .all();
  }

  private static @Nullable Text held(CaseFile file) {
    List<HeldCheckpoint> around = file.log().around(file.firstLeaf(), file.lastLeaf());
    return around.isEmpty()
        ? null
        : Text.lines(
            around.stream()
                .map(it -> {
                  Instant at = it.at();
                  return Text.of(
                      it.place()
                          + ", size "
                          + it.size()
                          + (at == null ? "" : ", " + Words.time(at)));
                })
                .toList());
  }

  private static @Nullable Recorded at(CaseFile file) {
    if (file.change() != null) {
      return file.change().requested();
    }
    return file.move() == null ? null : file.move().recorded();
  }
}
