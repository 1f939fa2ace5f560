package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How it could have been taken back, and whether it was. */
public final class WayBack {

  private WayBack() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("rollback", "Rollback");
    Cited cited = new Cited(file);
    if (file.move() != null && file.move().cause() == ReleaseCause.ROLLBACK) {
      draft.notice(
          Text.of("This release is itself a way back: the pointer went to an earlier release, as ")
              .and(cited.event(file.move().recorded().position()))
              .and(" says. No statement was run, and no schema was undone by it."));
    }
    ChangeRecord change = file.change();
    if (change == null) {
      return draft.paragraph("There was no plan, and so no plan for the way back.").written();
    }
    FactList facts = new FactList();
    if (file.said() != null) {
      var rollback = file.said().rollback();
      facts
          .code(
              "Plan for the way back",
              rollback.planDigest().map(it -> "sha256:" + it.hex()).orElse(null))
          .put("Tried out in the rehearsal", Text.of(Words.yesNo(rollback.tested())))
          .code("Who would take it back", rollback.ownerRef().orElse(null))
          .put("Was it taken back?", Text.of(Words.yesNo(rollback.executed())));
    }
    facts.put("Steps that cannot be undone", cannot(change));
    draft.facts(facts.all());
    for (Part part : change.plan()) {
      draft.listing("sql", sql(part));
    }
    Notes.write(draft, cited, change, NoteKind.RECOVERY, NoteKind.ROLLBACK_PLAN);
    return draft.written();
  }

  private static Text cannot(ChangeRecord change) {
    List<Text> steps =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .filter(step -> step.undo().sql() == null)
            .map(step ->
                Text.of(
                    "step "
                        + step.number()
                        + ", "
                        + step.summary()
                        + (step.undo().why() == null ? "" : ": " + step.undo().why())))
            .toList();
    return steps.isEmpty() ? Text.of("none") : Text.lines(steps);
  }

  /** The undo of each step, the last step first. */
  private static String sql(Part part) {
    return part.steps().reversed().stream()
        .filter(step -> step.undo().sql() != null)
        .map(WayBack::undo)
        .collect(Collectors.joining("\n"));
  }

  private static String undo(Step step) {
    String lost = step.undo().why();
    return SqlText.comment(
            "takes back %d. %s%s"
                .formatted(step.number(), step.summary(), lost == null ? "" : "; lost: " + lost))
        + SqlText.statement(Objects.requireNonNull(step.undo().sql()));
  }
}
