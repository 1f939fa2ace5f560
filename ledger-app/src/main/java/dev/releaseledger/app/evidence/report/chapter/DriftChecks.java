package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Check;
import dev.releaseledger.evidence.attestation.release.Drift;
import java.util.List;

/** Whether the databases were what they were expected to be, before and after. */
public final class DriftChecks {

  private static final List<Column> CHECKS =
      List.of(
          new Column("Check", 16),
          new Column("Result", 16),
          new Column("Differences", 40),
          new Column("Event", 28));

  private DriftChecks() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("drift", "Drift check");
    Cited cited = new Cited(file);
    ChangeRecord change = file.change();
    if (change == null || change.driftChecks().isEmpty()) {
      draft.paragraph(Text.NOT_RECORDED.and(": the databases were not looked at on its behalf."));
    } else {
      draft.table(
          "Looks at the databases",
          CHECKS,
          change.driftChecks().stream().map(it -> check(cited, it)).toList());
    }
    if (file.said() != null) {
      var found = file.said().verification();
      draft.facts(
          new FactList()
              .put("Comparison afterwards", comparison(found.driftResult()))
              .code("Schema that was read", "sha256:" + found.snapshotDigest().hex())
              .put("Compared at", Text.of(Words.time(found.at())))
              .all());
    }
    return draft.written();
  }

  /** How databases and declaration compare, in words. */
  static Text comparison(Drift drift) {
    return switch (drift) {
      case NONE -> Text.of("the databases are as declared");
      case ACCEPTED -> Text.of("as declared, but for differences that somebody accepted");
      case FOUND -> Text.strong("drift was found");
    };
  }

  private static List<Text> check(Cited cited, Check it) {
    int more = it.differenceCount() - it.differences().size();
    List<Text> lines = new java.util.ArrayList<>(it.differences().stream().map(Text::of).toList());
    if (more > 0) {
      lines.add(Text.of("and " + more + " more"));
    }
    if (it.report() != null) {
      lines.add(Text.of("report ").and(Text.code(it.report())));
    }
    return List.of(
        Text.of(Words.spoken(it.check())),
        it.clean() ? Text.of("as expected") : Text.strong("drift"),
        lines.isEmpty() ? Text.of("none") : Text.lines(lines),
        Text.lines(
            List.of(
                Text.of(Words.time(it.recorded().at())), cited.event(it.recorded().position()))));
  }
}
