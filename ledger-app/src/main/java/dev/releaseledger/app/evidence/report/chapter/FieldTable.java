package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.field.Answer;
import dev.releaseledger.app.evidence.report.field.AuditField;
import dev.releaseledger.app.evidence.report.field.AuditFields;
import dev.releaseledger.app.evidence.report.field.Framework;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields that auditors ask for, with what the ledger has, and where the frameworks ask. */
public final class FieldTable {

  private static final List<Column> ANSWERS =
      List.of(new Column("Field", 22), new Column("Value", 50), new Column("Event", 28));

  private FieldTable() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("fields", "What auditors ask for");
    draft.paragraph(
        "Each field with its value and the event that says so. Where the signed statement alone"
            + " says it, no event is named. What the ledger does not have is not recorded, and is"
            + " never filled in.");
    Cited cited = new Cited(file);
    for (AuditField field : AuditFields.ALL) {
      draft.table(
          field.title(), ANSWERS, field.answers(file).stream().map(it -> row(cited, it)).toList());
    }
    draft.subheading("Where the frameworks ask for it");
    draft.paragraph(
        "The words are those by which the frameworks are commonly cited, and not their text.");
    draft.table("Fields and frameworks", columns(), rows());
    return draft.written();
  }

  private static List<Text> row(Cited cited, Answer answer) {
    return List.of(Text.of(answer.name()), answer.value(), events(cited, answer));
  }

  private static Text events(Cited cited, Answer answer) {
    int shown = 4;
    List<Text> lines = new ArrayList<>();
    answer.positions().stream().limit(shown).forEach(it -> lines.add(cited.event(it)));
    int more = answer.positions().size() - shown;
    if (more > 0) {
      List<Long> rest = answer.positions().subList(shown, answer.positions().size());
      lines.add(
          Text.of("and ").and(Text.joined(", ", rest.stream().map(cited::position).toList())));
    }
    return lines.isEmpty() ? Text.NOTHING : Text.lines(lines);
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Field", 25));
    Arrays.stream(Framework.values())
        .forEach(framework -> columns.add(new Column(framework.title(), 15)));
    return columns;
  }

  private static List<List<Text>> rows() {
    return AuditFields.ALL.stream()
        .map(field -> {
          List<Text> row = new ArrayList<>();
          row.add(Text.of(field.title()));
          field.demands().forEach(demand -> row.add(Text.of(demand)));
          return row;
        })
        .toList();
  }
}
