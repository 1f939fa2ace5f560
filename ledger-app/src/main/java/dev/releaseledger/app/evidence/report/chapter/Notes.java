package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.record.ChangeRecord;
import java.util.Arrays;
import java.util.List;

/** What people wrote down about a change, each kind in the section that it is about. */
final class Notes {

  private static final List<Column> COLUMNS =
      List.of(new Column("About", 16), new Column("What was written", 54), new Column("By", 30));

  private Notes() {}

  /** Notes of these kinds. */
  static void write(Section.Draft draft, Cited cited, ChangeRecord change, NoteKind... kinds) {
    List<String> words = Arrays.stream(kinds).map(NoteKind::word).toList();
    draft.table(
        "What people wrote about it",
        COLUMNS,
        change.notes().stream()
            .filter(note -> words.contains(note.kind()))
            .map(note -> row(cited, note))
            .toList());
  }

  private static List<Text> row(Cited cited, ChangeRecord.Note note) {
    Text text = Text.orErased(note.text());
    return List.of(
        Text.of(Words.spoken(note.kind())),
        note.reference() == null ? text : text.and(" (" + note.reference() + ")"),
        Text.lines(
            List.of(
                cited.actor(note.recorded()),
                Text.of(Words.time(note.recorded().at())),
                cited.event(note.recorded().position()))));
  }
}
