package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.given.ReleaseMove;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.environment.NoteKind;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.record.ChangeRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was changed: in short, as a plan, and as what differs between the schemas. */
public final class WhatChanged {

  private final CaseFile file;
  private final Cited cited;
  private final Section.Draft draft = Section.draft("what", "What changed");

  private WhatChanged(CaseFile file) {
    this.file = file;
    this.cited = new Cited(file);
  }

  /** The section. */
  public static Section of(CaseFile file) {
    return new WhatChanged(file).written();
  }

  private Section written() {
    FactList facts = new FactList().code("Environment", file.place());
    release(facts, file.move());
    ChangeRecord change = file.change();
    if (change == null) {
      draft.facts(facts.all());
      draft.paragraph(
          "There is no rollout, and so no plan: no statement was run for this release.");
    } else {
      change(facts, change);
      draft.facts(facts.all());
      Notes.write(draft, cited, change, NoteKind.DATA_STRATEGY, NoteKind.SECURITY_IMPACT);
      new PlanTables(cited, draft).write(change);
    }
    SchemaChanges.write(file.diffs(), draft);
    return draft.written();
  }

  private void release(FactList facts, @Nullable ReleaseMove move) {
    if (move == null) {
      facts.put("Release", Text.of("none came of it"));
      return;
    }
    facts
        .put("Release", Text.code(move.release()).and(", ").and(cited.by(move.recorded())))
        .put("How", Text.of(how(move.cause())))
        .put(
            "Release before",
            move.previous() == null
                ? Text.of("none, this is the first")
                : Text.code(move.previous()))
        .ifAny("Reason of the move", reasonOf(move));
  }

  /** An apply moves the pointer for the reason that its plan was proposed for. */
  private Text reasonOf(ReleaseMove move) {
    ChangeRecord change = file.change();
    return change != null && Objects.equals(change.why(), move.reason())
        ? Text.NOTHING
        : Text.orNotRecorded(move.reason());
  }

  private void change(FactList facts, ChangeRecord change) {
    facts
        .put("Rollout", Text.code(change.id()).and(", " + change.type() + " change"))
        .put("Outcome", Text.of(change.status() + ": " + change.outcome().sentence()))
        .put("Still to do", toDo(change.outcome().open()))
        .words("Reason", change.why())
        .put("Tickets", tickets(change.tickets()))
        .put("Commit", commit(change.what()))
        .words("Authors", String.join(", ", change.what().authors()))
        .code("Plan digest", change.what().planDigest())
        .put("Tables", codes(change.scope().tables().stream().toList()))
        .put("Databases", codes(change.scope().connections()))
        .put("Policy", policy(change));
    effect(facts, change.impact());
  }

  private Text policy(ChangeRecord change) {
    if (change.policy() != null) {
      return Text.of("version " + change.policy().version() + ", ")
          .and(Text.code(change.policy().digest()))
          .and(", ")
          .and(cited.by(change.policy().recorded()));
    }
    Text usual = Text.of("none was adopted; the usual rules held");
    return file.said() == null
        ? usual
        : usual.and(", ").and(Text.code("sha256:" + file.said().gate().policyDigest().hex()));
  }

  private static void effect(FactList facts, ChangeRecord.@Nullable Effect effect) {
    if (effect == null) {
      facts.put("Impact", Text.NOT_RECORDED);
      return;
    }
    facts
        .put("Takes away", orNothing(effect.destructive()))
        .put("Not to be taken back without a loss", orNothing(effect.irreversible()))
        .put("Keeps others waiting", orNothing(effect.blocking()))
        .ifAny(
            "Rows that go",
            Text.lines(
                effect.emptied().entrySet().stream()
                    .map(entry ->
                        Text.of(
                            entry.getKey()
                                + ": "
                                + (entry.getValue() < 0
                                    ? "nobody knows"
                                    : Words.count(entry.getValue(), "row"))))
                    .toList()));
  }

  private static Text commit(ChangeRecord.What what) {
    Text commit = Text.code(what.ref()).and(", committed " + Words.time(what.committedAt()));
    return what.ref().equals(what.requestedRef())
        ? commit
        : commit.and(", asked for as ").and(Text.code(what.requestedRef()));
  }

  private Text tickets(List<ChangeRecord.Ticket> tickets) {
    return Text.lines(
        tickets.stream()
            .map(it ->
                Text.of(it.reference() + " (" + Words.spoken(it.kind()) + "), ")
                    .and(cited.position(it.recorded().position())))
            .toList());
  }

  private static Text toDo(List<String> open) {
    return open.isEmpty()
        ? Text.of("nothing")
        : Text.lines(open.stream().map(Text::strong).toList());
  }

  private static Text codes(List<String> names) {
    return names.isEmpty()
        ? Text.of("none")
        : Text.joined(", ", names.stream().map(Text::code).toList());
  }

  private static Text orNothing(List<String> lines) {
    return lines.isEmpty() ? Text.of("nothing") : Text.lines(lines.stream().map(Text::of).toList());
  }

  private static String how(ReleaseCause cause) {
    return switch (cause) {
      case APPLY -> "an apply arrived at the declared schema";
      case BASELINE -> "an existing database was adopted";
      case PROMOTE -> "the release of another environment was found to hold here as well";
      case ROLLBACK -> "the pointer went back to an earlier release; no schema was undone";
    };
  }
}
