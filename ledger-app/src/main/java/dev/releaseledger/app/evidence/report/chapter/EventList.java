package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every event of the evidence, with its place in the ledger and in the log. */
public final class EventList {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Position", 8),
          new Column("Leaf", 6),
          new Column("When, as it claims", 14),
          new Column("Logged between", 16),
          new Column("Event", 15),
          new Column("Who", 18),
          new Column("What", 23));

  private EventList() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Cited cited = new Cited(file);
    Section.Draft draft = Section.draft("events", "All events");
    draft.paragraph(
        "In the order of the ledger. Where others vouch for times, the time that an event claims"
            + " has to be between them; the verifier checks it.");
    draft.table(
        "Events in this evidence",
        COLUMNS,
        file.events().stream().map(it -> row(file, cited, it)).toList());
    return draft.written();
  }

  private static List<Text> row(CaseFile file, Cited cited, LedgerEvent it) {
    return List.of(
        Text.code("#" + it.position()),
        Text.of(Long.toString(it.leafIndex())),
        Text.of(Words.time(it.at())),
        bracket(file.log().bracket(it.leafIndex())),
        Text.of(it.name()),
        cited.actor(it),
        Text.of(it.sentence()));
  }

  private static Text bracket(LogProof.Bracket bracket) {
    Text range =
        Text.lines(List.of(time("after ", bracket.after()), time("before ", bracket.before())));
    return range.equals(Text.NOT_RECORDED) ? Text.of("not known") : range;
  }

  private static Text time(String word, @Nullable Instant at) {
    return at == null ? Text.NOTHING : Text.of(word + Words.time(at));
  }
}
