package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Noticed;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The plan: its steps, what was noticed about them, and the statements to the letter. */
final class PlanTables {

  private static final List<Column> STEPS =
      List.of(
          new Column("Step", 6),
          new Column("What", 34),
          new Column("Risk", 14),
          new Column("Lock", 18),
          new Column("Way back", 28));

  private static final List<Column> NOTICED =
      List.of(
          new Column("About", 18),
          new Column("Risk", 11),
          new Column("Rule", 16),
          new Column("What was noticed", 30),
          new Column("What to do", 25));

  private final Cited cited;
  private final Section.Draft draft;

  PlanTables(Cited cited, Section.Draft draft) {
    this.cited = cited;
    this.draft = draft;
  }

  void write(ChangeRecord change) {
    if (change.what().forced()) {
      draft.notice(Text.of("What the plan takes away was forced."));
    }
    for (Part part : change.plan()) {
      draft.subheading("Plan of " + part.connection());
      draft.paragraph(
          Text.of("From schema ")
              .and(Text.code(part.baseFingerprint()))
              .and(" to schema ")
              .and(Text.code(part.targetFingerprint()))
              .and(", as ")
              .and(cited.event(change.requested().position()))
              .and(" says."));
      draft.table(
          "Steps on " + part.connection(), STEPS, part.steps().stream().map(this::step).toList());
      draft.table("What was noticed about the plan", NOTICED, noticed(part));
      draft.listing("sql", sql(part));
    }
  }

  private List<Text> step(Step step) {
    return List.of(
        Text.of(Integer.toString(step.number())),
        step.destructive()
            ? Text.of(step.summary() + " ").and(Text.strong("(destructive)"))
            : Text.of(step.summary()),
        Text.of(Words.spoken(step.risk())),
        step.lock() == null ? Text.of("none") : Text.of(step.lock()),
        way(step.undo()));
  }

  private static Text way(ChangeRecord.Way way) {
    Text how = Text.of(Words.spoken(way.how()));
    return way.why() == null ? how : how.and(": " + way.why());
  }

  private static List<List<Text>> noticed(Part part) {
    List<List<Text>> rows = new ArrayList<>();
    part.noticed().forEach(it -> rows.add(row(it.object(), it)));
    part.steps()
        .forEach(step -> step.noticed().forEach(it -> rows.add(row("step " + step.number(), it))));
    return rows;
  }

  private static List<Text> row(String about, Noticed it) {
    return List.of(
        Text.of(about),
        Text.of(Words.spoken(it.risk())),
        Text.code(it.rule()),
        Text.of(it.message()),
        Text.of(it.remedy()));
  }

  private static String sql(Part part) {
    return part.steps().stream()
        .map(step ->
            SqlText.comment(step.number() + ". " + step.summary()) + SqlText.statement(step.sql()))
        .collect(Collectors.joining("\n"));
  }
}
