package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Approval;
import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The answers to what an auditor asks first, each in a line or two; the sections have the rest. */
public final class InShort {

  private static final int SHOWN = 5;

  private final CaseFile file;
  private final Cited cited;

  private InShort(CaseFile file) {
    this.file = file;
    this.cited = new Cited(file);
  }

  /** The section. */
  public static Section of(CaseFile file) {
    InShort short_ = new InShort(file);
    FactList facts = new FactList();
    ChangeRecord change = file.change();
    if (change == null) {
      short_.moved(facts);
    } else {
      short_.changed(facts, change);
    }
    return Section.draft("short", "In short")
        .facts(
            facts
                .put("Is anything missing?", short_.missing())
                .put("Was it altered since?", short_.altered())
                .put("What stands out?", StandsOut.in(file))
                .all())
        .written();
  }

  private void moved(FactList facts) {
    facts.put("What was changed?", Text.of("no schema: only the pointer to the release was moved"));
    if (file.move() != null) {
      facts
          .put("On whose authority?", cited.by(file.move().recorded()))
          .put("Why?", Text.orNotRecorded(file.move().reason()));
    }
  }

  private void changed(FactList facts, ChangeRecord change) {
    facts
        .put("What was changed?", what(change))
        .put("Why?", Text.orNotRecorded(change.why()))
        .put("On whose authority?", authority(change))
        .put("After which tests?", tests(change))
        .put("When, and as approved?", applied(change))
        .put("How was it found afterwards?", afterwards(change))
        .put("Is there a way back?", wayBack(change));
  }

  private static Text what(ChangeRecord change) {
    List<Text> lines = new ArrayList<>();
    change.what().summary().stream().limit(SHOWN).forEach(it -> lines.add(Text.of(it)));
    int more = change.what().summary().size() - SHOWN;
    if (more > 0) {
      lines.add(Text.of("and " + Words.count(more, "more step")));
    }
    return Text.lines(lines);
  }

  private Text authority(ChangeRecord change) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of("asked for by ")
            .and(cited.actor(change.requested()))
            .and(", " + Words.time(change.requested().at())));
    List<Approval> stand = change.approvals().stream().filter(Approval::stands).toList();
    for (Approval it : stand) {
      lines.add(
          Text.of("approved by ")
              .and(cited.actor(it.recorded()))
              .and(", " + Words.time(it.recorded().at())));
    }
    if (stand.isEmpty()) {
      lines.add(Text.strong("approved by nobody"));
    }
    if (file.said() != null) {
      Ruling duties = file.said().separationOfDuties().verdict();
      lines.add(
          Text.of("separation of duties: ")
              .and(duties == Ruling.PASSED ? Text.of("kept") : Text.strong(Words.spoken(duties))));
    }
    return Text.lines(lines);
  }

  private static Text tests(ChangeRecord change) {
    long rehearsed =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .filter(step -> step.rehearsed() != null)
            .count();
    long passed = change.tests().stream().filter(ChangeRecord.Test::passed).count();
    long failed = change.tests().size() - passed;
    return Text.lines(
        List.of(
            rehearsed == 0
                ? Text.strong("not rehearsed")
                : Text.of(
                    "rehearsed: %d of %s"
                        .formatted(rehearsed, Words.count(change.what().steps(), "step"))),
            change.tests().isEmpty()
                ? Text.of("no other test was recorded")
                : Text.of("recorded by people: " + passed + " passed")
                    .and(failed == 0 ? Text.NOTHING : Text.strong(", " + failed + " failed"))));
  }

  private Text applied(ChangeRecord change) {
    if (change.when().startedAt() == null) {
      return Text.of("it has not been applied");
    }
    List<Text> lines = new ArrayList<>();
    Instant finished = change.when().finishedAt();
    lines.add(
        Text.of(
            Words.time(change.when().startedAt())
                + (finished == null ? ", not finished" : " to " + Words.time(finished))));
    lines.add(
        Text.of(
            "%d of %s committed"
                .formatted(change.statements(), Words.count(change.what().steps(), "step"))));
    SchemaRelease said = file.said();
    if (said != null) {
      String ran = "sha256:" + said.apply().planDigest().hex();
      lines.add(
          sameAsApproved(change, ran)
              ? Text.of("the plan that ran is the one that was approved, by its digest")
              : Text.strong("the plan that ran is not one that was approved"));
    }
    return Text.lines(lines);
  }

  private static boolean sameAsApproved(ChangeRecord change, String ran) {
    List<Approval> stand = change.approvals().stream().filter(Approval::stands).toList();
    return ran.equals(change.what().planDigest())
        && (!stand.isEmpty() || change.emergency() == null)
        && stand.stream().allMatch(it -> it.planDigest().equals(ran));
  }

  private Text afterwards(ChangeRecord change) {
    List<Text> lines = new ArrayList<>();
    if (file.said() != null) {
      lines.add(DriftChecks.comparison(file.said().verification().driftResult()));
    }
    lines.add(Text.of(change.status() + ": " + change.outcome().sentence()));
    return Text.lines(lines);
  }

  private Text wayBack(ChangeRecord change) {
    long cannot =
        change.plan().stream()
            .flatMap(part -> part.steps().stream())
            .filter(step -> step.undo().sql() == null)
            .count();
    List<Text> lines = new ArrayList<>();
    lines.add(
        cannot == 0
            ? Text.of("each step has statements that lead back")
            : Text.strong(Words.count(cannot, "step") + " cannot be undone"));
    if (file.said() != null) {
      lines.add(
          Text.of(
              file.said().rollback().tested()
                  ? "tried out in the rehearsal"
                  : "not tried out in the rehearsal"));
      if (file.said().rollback().executed()) {
        lines.add(Text.strong("it was taken back"));
      }
    }
    return Text.lines(lines);
  }

  private Text missing() {
    return file.isWhole() ? Text.of("No. " + Completeness.sentence(file)) : Completeness.gap(file);
  }

  private Text altered() {
    var covering = file.log().covering(file.lastLeaf());
    if (covering.isEmpty()) {
      return Text.strong("Nobody but the ledger holds a checkpoint of all of this.");
    }
    Instant before = file.log().bracket(file.lastLeaf()).before();
    String places =
        Words.count(
            covering.stream().map(it -> it.kind() + " " + it.place()).distinct().count(), "place");
    return Text.of(
        "Not since %s outside of the ledger had a checkpoint of all of it%s. Whether these are its"
                .formatted(
                    places.equals("1 place") ? "a place" : places,
                    before == null ? "" : ", at the latest " + Words.time(before))
            + " bytes is for the verifier to say, and not for this page.");
  }
}
