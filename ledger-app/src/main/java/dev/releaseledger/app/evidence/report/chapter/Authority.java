package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.given.DutiesRule;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Span;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Approval;
import dev.releaseledger.domain.record.ChangeRecord.Decision;
import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On whose authority: who asked, who decided, and whether duties were kept apart. */
public final class Authority {

  private static final List<Column> APPROVALS =
      List.of(
          new Column("Approver", 21),
          new Column("As", 11),
          new Column("Plan that was approved", 25),
          new Column("Words, signature", 19),
          new Column("Event", 24));

  private static final List<Column> DECISIONS =
      List.of(
          new Column("Who", 24),
          new Column("Decision", 18),
          new Column("Reason", 36),
          new Column("Event", 22));

  private static final List<Column> WAIVERS =
      List.of(
          new Column("Gate", 22),
          new Column("Opened by", 24),
          new Column("Reason", 32),
          new Column("Event", 22));

  private static final List<Column> GATES =
      List.of(
          new Column("Gate", 22),
          new Column("Met", 10),
          new Column("Why", 46),
          new Column("Event", 22));

  private static final Span NOT_REVEALED = new Span.Absent("not revealed");

  private static final List<Column> REMARKS =
      List.of(new Column("Who", 24), new Column("Words", 54), new Column("Event", 22));

  private static final List<Column> PEOPLE =
      List.of(
          new Column("Name", 26),
          new Column("Reference in the events", 30),
          new Column("Events", 44));

  private final CaseFile file;
  private final Cited cited;
  private final Section.Draft draft = Section.draft("authority", "On whose authority");

  private Authority(CaseFile file) {
    this.file = file;
    this.cited = new Cited(file);
  }

  /** The section. */
  public static Section of(CaseFile file) {
    return new Authority(file).written();
  }

  private Section written() {
    ChangeRecord change = file.change();
    if (change == null) {
      if (file.move() != null) {
        draft.facts(
            new FactList()
                .put("Moved by", cited.actor(file.move().recorded()))
                .put("When", Text.of(Words.time(file.move().recorded().at())))
                .put("Event", cited.event(file.move().recorded().position()))
                .words("Reason", file.move().reason())
                .all());
      }
      draft.paragraph("There was no plan to approve.");
    } else {
      decided(change, file.said());
    }
    people();
    return draft.written();
  }

  private void decided(ChangeRecord change, @Nullable SchemaRelease said) {
    draft.facts(
        new FactList()
            .put("Requester", cited.actor(change.requested()))
            .words("Role", said == null ? null : said.requester().role().orElse(null))
            .put("Asked for it", Text.of(Words.time(change.requested().at())))
            .put("Event", cited.event(change.requested().position()))
            .words("Set off by", change.what().trigger())
            .all());
    draft.subheading("Approvals");
    if (change.approvals().isEmpty()) {
      draft.paragraph("Nobody approved it.");
    }
    draft.table(
        "Approvals, in their order",
        APPROVALS,
        change.approvals().stream().map(it -> approval(change, it)).toList());
    draft.table(
        "Other decisions", DECISIONS, change.decisions().stream().map(this::decision).toList());
    draft.table(
        "What people said about it",
        REMARKS,
        change.comments().stream()
            .map(it ->
                List.of(
                    cited.actor(it.recorded()), Text.orErased(it.comment()), when(it.recorded())))
            .toList());
    separation(said);
    draft.subheading("Gates of the policy");
    if (change.gates().isEmpty()) {
      draft.paragraph(Text.NOT_RECORDED.and(": gates are recorded when an apply starts."));
    }
    draft.table(
        "Gates, as they were judged when the apply started",
        GATES,
        change.gates().stream()
            .map(it ->
                List.of(
                    Text.code(it.gate()),
                    it.met() ? Text.of("yes") : Text.strong("no"),
                    Text.of(it.why()),
                    cited.event(it.position())))
            .toList());
    draft.table(
        "Gates that somebody opened",
        WAIVERS,
        change.waivers().stream()
            .map(it ->
                List.of(
                    Text.code(it.gate()),
                    cited.actor(it.recorded()),
                    Text.orErased(it.reason()),
                    cited.event(it.recorded().position())))
            .toList());
    if (said != null) {
      draft.facts(
          new FactList()
              .put("Verdict of all gates", ruling(said.gate().verdict()))
              .code("Policy", "sha256:" + said.gate().policyDigest().hex())
              .all());
    }
  }

  private void people() {
    draft.subheading("Who is who");
    draft.paragraph(
        "Events have references instead of names. Which name goes with which is what the exporter"
            + " says; no event proves it.");
    draft.table(
        "People in the events",
        PEOPLE,
        file.people().stream()
            .map(it ->
                List.of(
                    it.name() == null ? new Text(List.of(NOT_REVEALED)) : Text.of(it.name()),
                    Text.code(it.reference()),
                    Text.of(String.join(", ", it.events()))))
            .toList());
  }

  private List<Text> approval(ChangeRecord change, Approval it) {
    Text plan = Text.code(it.planDigest());
    return List.of(
        it.stands() ? cited.actor(it.recorded()) : cited.actor(it.recorded()).and(", taken back"),
        Text.of(it.capacities().isEmpty() ? "approver" : String.join(", ", it.capacities())),
        it.planDigest().equals(change.what().planDigest())
            ? plan
            : plan.and(" ").and(Text.strong("(another plan)")),
        Text.lines(
            List.of(
                it.reason() == null ? Text.NOTHING : Text.of(it.reason()),
                it.reference() == null ? Text.NOTHING : Text.of("see " + it.reference()),
                it.signedWith() == null
                    ? Text.of("not signed by the approver")
                    : Text.of("signed with ").and(Text.code(it.signedWith())))),
        when(it.recorded()));
  }

  private List<Text> decision(Decision it) {
    return List.of(
        cited.actor(it.recorded()),
        Text.of(
            it.decision()
                + (it.of() == null ? "" : " of " + it.of())
                + (it.nextReview() == null ? "" : " until " + it.nextReview())),
        Text.orErased(it.reason()),
        when(it.recorded()));
  }

  private void separation(@Nullable SchemaRelease said) {
    draft.subheading("Separation of duties");
    draft.facts(
        new FactList()
            .put(
                "Rule",
                said == null ? Text.NOT_RECORDED : DutiesRule.of(said.separationOfDuties().rule()))
            .put(
                "Verdict",
                said == null ? Text.NOT_RECORDED : ruling(said.separationOfDuties().verdict()))
            .all());
  }

  private Text when(ChangeRecord.Recorded recorded) {
    return Text.lines(
        List.of(Text.of(Words.time(recorded.at())), cited.event(recorded.position())));
  }

  private static Text ruling(Ruling ruling) {
    return ruling == Ruling.PASSED ? Text.of("passed") : Text.strong(Words.spoken(ruling));
  }
}
