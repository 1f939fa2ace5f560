package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Effect;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for: the change, who wants it, what it costs, and the plan. */
final class Requests {

  private Requests() {}

  static List<Answer> request(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    Recorded at = change == null ? null : change.requested();
    return answers
        .code("change", change == null ? null : change.id(), at)
        .each(
            "ticket",
            change == null ? List.of() : change.tickets(),
            it -> Text.of(it.reference()),
            ChangeRecord.Ticket::recorded)
        .words("reason", reason(file), asked(file))
        .put("description", change == null ? null : lines(change.what().summary()), at)
        .put("scope", change == null ? null : codes(change.scope().tables().stream().toList()), at)
        .all();
  }

  static List<Answer> requester(CaseFile file) {
    Answers answers = new Answers(file);
    Recorded at = asked(file);
    return answers
        .put("who", at == null ? null : answers.cited().actor(at), at)
        .words("role", answers.said().flatMap(it -> it.requester().role()).orElse(null), at)
        .time("when", at == null ? null : at.at(), at)
        .all();
  }

  static List<Answer> impact(CaseFile file) {
    ChangeRecord change = file.change();
    Answers answers = new Answers(file);
    Effect effect = change == null ? null : change.impact();
    Recorded at = change == null ? null : change.requested();
    return answers
        .words("risk", answers.said().map(it -> Words.spoken(it.change().risk())).orElse(null), at)
        .put("locks", effect == null ? null : orNothing(effect.blocking()), at)
        .put("data loss", effect == null ? null : orNothing(effect.destructive()), at)
        .put("not to be taken back", effect == null ? null : orNothing(effect.irreversible()), at)
        .each(
            "security",
            notes(change, "security-impact"),
            Requests::note,
            ChangeRecord.Note::recorded)
        .put(
            "affected objects",
            change == null
                ? null
                : codes(
                    change.plan().stream()
                        .flatMap(part -> part.steps().stream())
                        .map(ChangeRecord.Step::object)
                        .distinct()
                        .toList()),
            at)
        .all();
  }

  static List<Answer> plan(CaseFile file) {
    ChangeRecord change = file.change();
    Recorded at = change == null ? null : change.requested();
    ChangeRecord.Rules policy = change == null ? null : change.policy();
    Answers answers = new Answers(file);
    return answers
        .code("plan digest", change == null ? null : change.what().planDigest(), at)
        .code("source commit", change == null ? null : change.what().ref(), at)
        .never("version of the tool")
        .code(
            "policy",
            policy == null
                ? answers.said().map(it -> "sha256:" + it.gate().policyDigest().hex()).orElse(null)
                : policy.digest(),
            policy == null ? null : policy.recorded())
        .put(
            "schema before",
            change == null
                ? null
                : codes(change.plan().stream().map(ChangeRecord.Part::baseFingerprint).toList()),
            at)
        .all();
  }

  /** Where it was asked for; a move of the pointer without a rollout is asked for as it is made. */
  private static @Nullable Recorded asked(CaseFile file) {
    if (file.change() != null) {
      return file.change().requested();
    }
    return file.move() == null ? null : file.move().recorded();
  }

  private static @Nullable String reason(CaseFile file) {
    if (file.change() != null) {
      return file.change().why();
    }
    return file.move() == null ? null : file.move().reason();
  }

  static List<ChangeRecord.Note> notes(@Nullable ChangeRecord change, String... kinds) {
    return change == null
        ? List.of()
        : change.notes().stream().filter(it -> List.of(kinds).contains(it.kind())).toList();
  }

  static Text note(ChangeRecord.Note note) {
    return Text.orErased(note.text());
  }

  static Text lines(List<String> lines) {
    return Text.lines(lines.stream().map(Text::of).toList());
  }

  static Text orNothing(List<String> lines) {
    return lines.isEmpty() ? Text.of("none") : lines(lines);
  }

  static Text codes(List<String> codes) {
    return codes.isEmpty()
        ? Text.of("none")
        : Text.joined(", ", codes.stream().map(Text::code).toList());
  }
}
