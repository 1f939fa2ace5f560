package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Ran;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import dev.releaseledger.evidence.attestation.release.Outcome;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When and by whom it was applied, statement by statement. */
public final class Application {

  private static final List<Column> STATEMENTS =
      List.of(
          new Column("Step", 6),
          new Column("What", 23),
          new Column("Took", 9),
          new Column("Statement that ran", 34),
          new Column("Event", 28));

  private static final List<Column> LEASES =
      List.of(
          new Column("Run by", 30),
          new Column("On behalf of", 30),
          new Column("Fencing token", 14),
          new Column("Event", 26));

  private static final List<Column> FAILURES =
      List.of(
          new Column("Where", 20),
          new Column("Message", 34),
          new Column("Left behind", 22),
          new Column("Event", 24));

  private static final List<Column> OTHERS =
      List.of(
          new Column("What", 22),
          new Column("Who", 22),
          new Column("Words", 28),
          new Column("Event", 28));

  private final CaseFile file;
  private final Cited cited;
  private final Section.Draft draft = Section.draft("applied", "When and by whom it was applied");

  private Application(CaseFile file) {
    this.file = file;
    this.cited = new Cited(file);
  }

  /** The section. */
  public static Section of(CaseFile file) {
    return new Application(file).written();
  }

  private Section written() {
    ChangeRecord change = file.change();
    if (change == null) {
      return draft.paragraph("No statement was run.").written();
    }
    if (change.when().startedAt() == null) {
      draft.paragraph("It has not been applied.");
    }
    facts(change, file.said());
    draft.table(
        "Who held the environment",
        LEASES,
        change.leases().stream()
            .map(it ->
                List.of(
                    Text.of(it.executor() + (it.resumed() ? ", after an interruption" : "")),
                    cited.actor(it.recorded()),
                    Text.of(Long.toString(it.fencingToken())),
                    when(it.recorded())))
            .toList());
    for (Part part : change.plan()) {
      draft.table(
          "Statements that were committed on " + part.connection(),
          STATEMENTS,
          part.steps().stream().filter(step -> step.ran() != null).map(this::ran).toList());
    }
    draft.table("How it failed", FAILURES, change.failures().stream().map(this::failed).toList());
    draft.table("Before it ran", OTHERS, before(change));
    Notes.write(draft, cited, change, NoteKind.INCIDENT);
    return draft.written();
  }

  private void facts(ChangeRecord change, @Nullable SchemaRelease said) {
    FactList facts =
        new FactList()
            .put("Requested", time(change.when().requestedAt()))
            .put("Approved", time(change.when().approvedAt()))
            .ifAny("To run at", time(change.when().applyAt()))
            .put("Window", window(change, said))
            .put("Started", time(change.when().startedAt()))
            .put("Finished", time(change.when().finishedAt()))
            .put("Released", time(change.when().releasedAt()))
            .put(
                "Statements",
                Text.of(
                    change.statements()
                        + " of "
                        + Words.count(change.what().steps(), "step")
                        + " committed"));
    if (said != null) {
      facts
          .put("Applied by", cited.actor(said.apply().actorRef()))
          .code("Target", said.apply().targetId())
          .code("Plan that ran", "sha256:" + said.apply().planDigest().hex())
          .code("Statements that ran", "sha256:" + said.apply().executedDigest().hex())
          .put(
              "Result",
              said.apply().result() == Outcome.SUCCEEDED
                  ? Text.of("succeeded")
                  : Text.strong("failed"));
    }
    draft.facts(facts.all());
  }

  /** The statement seldom has it: the gate of the policy tells it in words. */
  private static Text window(ChangeRecord change, @Nullable SchemaRelease said) {
    if (said != null && said.window().isPresent()) {
      Window window = said.window().get();
      return Text.of(Words.time(window.from()) + " to " + Words.time(window.until()));
    }
    return Text.lines(
        change.gates().stream()
            .filter(gate -> gate.gate().equals("window"))
            .map(gate -> Text.of((gate.met() ? "" : "not met: ") + gate.why()))
            .toList());
  }

  private List<Text> ran(Step step) {
    Ran ran = java.util.Objects.requireNonNull(step.ran());
    return List.of(
        Text.of(Integer.toString(step.number())),
        Text.of(step.summary() + (step.takenBack() ? ", taken back after a failure" : "")),
        ran.millis() == null
            ? Text.of("found done after an interruption")
            : Text.of(Words.millis(ran.millis())),
        Text.code(ran.sqlDigest()),
        when(ran.recorded()));
  }

  private List<Text> failed(ChangeRecord.Failure it) {
    return List.of(
        Text.of(it.connection() + (it.step() == 0 ? "" : ", step " + it.step())),
        Text.of(it.message() + (it.sqlState() == null ? "" : " (" + it.sqlState() + ")")),
        Text.of(
            (it.rolledBack() ? "its transaction was rolled back" : "nothing was rolled back")
                + (it.takenBack().isEmpty() ? "" : "; steps taken back: " + it.takenBack())),
        when(it.recorded()));
  }

  private List<List<Text>> before(ChangeRecord change) {
    List<List<Text>> rows = new java.util.ArrayList<>();
    change
        .schedule()
        .forEach(it ->
            rows.add(
                other(
                    it.applyAt() == null
                        ? "not to run by itself"
                        : "to run at " + Words.time(it.applyAt()),
                    it.reason(),
                    it.recorded())));
    change
        .refusals()
        .forEach(it ->
            rows.add(other("an apply was refused: " + it.refusal(), it.detail(), it.recorded())));
    change
        .backups()
        .forEach(it ->
            rows.add(
                other(
                    "backup of "
                        + Words.time(it.takenAt())
                        + (it.verified() ? ", verified" : ", not verified"),
                    it.location(),
                    it.recorded())));
    return rows;
  }

  private List<Text> other(String what, @Nullable String words, ChangeRecord.Recorded recorded) {
    return List.of(
        Text.of(what),
        cited.actor(recorded),
        words == null ? Text.NOTHING : Text.of(words),
        when(recorded));
  }

  private Text when(ChangeRecord.Recorded recorded) {
    return Text.lines(
        List.of(Text.of(Words.time(recorded.at())), cited.event(recorded.position())));
  }

  private static Text time(@Nullable Instant at) {
    return at == null ? Text.NOT_RECORDED : Text.of(Words.time(at));
  }
}
