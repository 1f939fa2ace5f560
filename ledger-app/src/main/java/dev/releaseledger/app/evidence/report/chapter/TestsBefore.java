package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Rehearsed;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import dev.releaseledger.evidence.attestation.release.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** After which tests: the rehearsal, what the rows said, and what people recorded. */
public final class TestsBefore {

  private static final List<Column> REHEARSED =
      List.of(
          new Column("Step", 6),
          new Column("What", 30),
          new Column("Took", 10),
          new Column("Locks that were taken", 30),
          new Column("Way back, tried", 24));

  private static final List<Column> ROWS =
      List.of(
          new Column("Database", 14),
          new Column("Object", 30),
          new Column("Question", 36),
          new Column("Rows", 20));

  private static final List<Column> TESTS =
      List.of(
          new Column("Test", 22),
          new Column("Result", 12),
          new Column("Where, words", 34),
          new Column("Recorded by", 32));

  private static final List<Column> STATED =
      List.of(
          new Column("Environment", 20),
          new Column("Result", 12),
          new Column("Plan that was tested", 34),
          new Column("Report", 34));

  private TestsBefore() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("tests", "After which tests");
    ChangeRecord change = file.change();
    if (change == null) {
      return draft.paragraph("There was no plan to test.").written();
    }
    Cited cited = new Cited(file);
    draft.subheading("Rehearsal");
    boolean rehearsed =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .anyMatch(step -> step.rehearsed() != null);
    if (rehearsed) {
      draft.paragraph(
          Text.of("The plan was run in a copy of the schema before it was proposed, as ")
              .and(cited.event(change.requested().position()))
              .and(" says."));
    } else {
      draft.paragraph(Text.NOT_RECORDED.and(": no step of the plan was rehearsed."));
    }
    for (Part part : change.plan()) {
      draft.table(
          "Rehearsal on " + part.connection() + rows(part),
          REHEARSED,
          part.steps().stream()
              .filter(step -> step.rehearsed() != null)
              .map(TestsBefore::step)
              .toList());
    }
    draft.table(
        "What the databases said about their rows",
        ROWS,
        change.preflight().stream()
            .flatMap(it -> it.answers().checks().stream().map(check -> row(it.connection(), check)))
            .toList());
    draft.subheading("Tests");
    if (change.tests().isEmpty() && (file.said() == null || file.said().tests().isEmpty())) {
      draft.paragraph(Text.NOT_RECORDED.and(": nobody recorded a test."));
    }
    draft.table(
        "Tests that people recorded",
        TESTS,
        change.tests().stream().map(it -> test(cited, it)).toList());
    Notes.write(draft, cited, change, NoteKind.VERIFICATION);
    if (file.said() != null) {
      draft.table(
          "Tests that the statement names",
          STATED,
          file.said().tests().stream()
              .map(it ->
                  List.of(
                      Text.of(it.environment()),
                      result(it.result() == Outcome.SUCCEEDED),
                      Text.code("sha256:" + it.planDigest().hex()),
                      Text.lines(
                          List.of(
                              it.uri().map(Text::of).orElse(Text.NOTHING),
                              Text.code("sha256:" + it.digest().hex())))))
              .toList());
    }
    return draft.written();
  }

  private static String rows(Part part) {
    return part.rehearsedRows() == null
        ? ", without rows"
        : ", with rows of " + part.rehearsedRows();
  }

  private static List<Text> step(Step step) {
    Rehearsed it = java.util.Objects.requireNonNull(step.rehearsed());
    String why = it.undo().why();
    return List.of(
        Text.of(Integer.toString(step.number())),
        Text.of(step.summary()),
        Text.of(Words.millis(it.millis())),
        Text.of(
            it.locks().isEmpty()
                ? "none"
                : it.locks().stream()
                    .map(lock -> lock.mode() + " on " + lock.relation())
                    .collect(Collectors.joining(", "))),
        Text.of(Words.spoken(it.undo().how()) + (why == null ? "" : ": " + why)));
  }

  private static List<Text> row(String connection, RowCheck check) {
    return List.of(
        Text.of(connection),
        Text.of(check.object()),
        Text.of(check.question()),
        check.unfinished() == null
            ? rows(check)
            : Text.strong("not answered: " + check.unfinished()));
  }

  private static Text rows(RowCheck check) {
    String precision = check.about() ? "about " : check.atLeast() ? "at least " : "";
    Text rows = Text.of(precision + Words.count(check.rows(), "row"));
    return check.violated() ? rows.and(", ").and(Text.strong("which the plan fails on")) : rows;
  }

  private static List<Text> test(Cited cited, ChangeRecord.Test it) {
    return List.of(
        Text.of(Words.spoken(it.kind())),
        result(it.passed()),
        Text.lines(
            List.of(
                it.reference() == null ? Text.NOTHING : Text.of(it.reference()),
                it.note() == null ? Text.NOTHING : Text.of(it.note()))),
        Text.lines(
            List.of(
                cited.actor(it.recorded()),
                Text.of(Words.time(it.recorded().at())),
                cited.event(it.recorded().position()))));
  }

  private static Text result(boolean passed) {
    return passed ? Text.of("passed") : Text.strong("failed");
  }
}
