package dev.releaseledger.domain.record;

import static dev.releaseledger.domain.record.MarkdownPage.count;
import static dev.releaseledger.domain.record.MarkdownPage.millis;
import static dev.releaseledger.domain.record.MarkdownPage.time;
import static dev.releaseledger.domain.record.MarkdownText.code;
import static dev.releaseledger.domain.record.MarkdownText.text;

import dev.releaseledger.domain.record.ChangeRecord.Effect;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import dev.releaseledger.domain.record.ChangeRecord.Rules;
import dev.releaseledger.domain.record.ChangeRecord.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record of a change as Markdown, to be read on a screen, in a pull request and on paper. */
public final class RecordMarkdown {

  private final ChangeRecord record;
  private final MarkdownPage page = new MarkdownPage();

  private RecordMarkdown(ChangeRecord record) {
    this.record = record;
  }

  /** The whole record. */
  public static String of(ChangeRecord record) {
    return new RecordMarkdown(record).write();
  }

  private String write() {
    page.heading(1, "Change record %s".formatted(code(record.id())));
    page.paragraph(lead());
    page.table(List.of("", ""), facts());
    if (!record.outcome().open().isEmpty()) {
      page.paragraph("**Still to do:**");
      page.bullets(record.outcome().open().stream().map(MarkdownText::text).toList());
    }
    impact();
    new PlanMarkdown(record, page).write();
    new DecisionMarkdown(record, page).write();
    new ExecutionMarkdown(record, page).write();
    page.paragraph(
        "Numbers after `#` are positions in the ledger: each names the event that a fact is"
            + " taken from. Times are in UTC.");
    return page.text();
  }

  private String lead() {
    What what = record.what();
    return "**%s** (%s): %s to bring %s to %s. %s."
        .formatted(
            record.status(),
            code(record.rolloutStatus()),
            count(what.steps(), "step"),
            place(),
            ref(),
            text(capital(record.outcome().sentence())));
  }

  private List<List<String>> facts() {
    What what = record.what();
    List<List<String>> rows = new ArrayList<>();
    fact(rows, "What", summary(what));
    fact(rows, "Why", record.why() == null ? "no reason was given" : text(record.why()));
    fact(rows, "Type", record.type());
    fact(rows, "Where", place());
    fact(rows, "Ref", ref() + ", committed " + time(what.committedAt()) + ", " + code(what.ref()));
    fact(rows, "Authors", names(what.authors()));
    fact(
        rows,
        "Requested",
        by(record.requested())
            + (what.trigger().equals("manual") ? "" : ", by " + text(what.trigger())));
    fact(
        rows,
        "Approved",
        record.approvals().stream()
            .filter(ChangeRecord.Approval::stands)
            .map(it -> by(it.recorded()))
            .collect(Collectors.joining("<br>")));
    fact(rows, "To run at", time(record.when().applyAt()));
    fact(rows, "Ran", ran());
    fact(
        rows,
        "Release",
        record.release() == null
            ? ""
            : code(record.release().release())
                + ", "
                + by(record.release().recorded())
                + (record.release().previous() == null
                    ? ""
                    : ", after " + code(record.release().previous())));
    fact(
        rows,
        "Tickets",
        record.tickets().stream()
            .map(
                it -> MarkdownText.reference(it.reference()) + " (" + text(spoken(it.kind())) + ")")
            .collect(Collectors.joining(", ")));
    fact(rows, "Plan", code(what.planDigest()));
    fact(rows, "Policy", policy(record.policy()));
    fact(rows, "Last entry", by(record.updated()));
    return rows;
  }

  private void impact() {
    page.heading(2, "Scope and impact");
    List<String> lines = new ArrayList<>();
    lines.add("tables: " + codes(record.scope().tables().stream()));
    if (record.plan().size() > 1) {
      lines.add("databases: " + codes(record.scope().connections().stream()));
    }
    Effect effect = record.impact();
    if (effect != null) {
      lines.add("takes away: " + texts(effect.destructive()));
      lines.add("nothing takes back without a loss: " + texts(effect.irreversible()));
      lines.add("keeps others waiting: " + texts(effect.blocking()));
      effect
          .emptied()
          .forEach((what, rows) ->
              lines.add(
                  "rows that go with %s: %s"
                      .formatted(code(what), rows < 0 ? "nobody knows" : count(rows, "row"))));
      lines.add("ran in the rehearsal for " + millis(effect.rehearsedMillis()));
    }
    page.bullets(lines);
    emergency(record.emergency());
  }

  private void emergency(@Nullable Emergency emergency) {
    if (emergency == null) {
      return;
    }
    page.heading(2, "Emergency");
    page.paragraph(
        "%s went past the gates: %s%s. To be reviewed by %s."
            .formatted(
                by(emergency.recorded()),
                text(emergency.reason()),
                emergency.reference() == null
                    ? ""
                    : " (" + MarkdownText.reference(emergency.reference()) + ")",
                time(emergency.reviewDue())));
    ChangeRecord.Reviewed reviewed = emergency.reviewed();
    page.paragraph(
        reviewed == null
            ? "**Nobody has reviewed it yet.**"
            : "%s found it %s: %s."
                .formatted(
                    by(reviewed.recorded()),
                    reviewed.justified() ? "justified" : "**not justified**",
                    text(reviewed.reason())));
  }

  private String ran() {
    if (record.when().startedAt() == null) {
      return "";
    }
    return "from %s%s, %d of %s"
        .formatted(
            time(record.when().startedAt()),
            record.when().finishedAt() == null ? "" : " to " + time(record.when().finishedAt()),
            record.statements(),
            count(record.what().steps(), "step"));
  }

  private String place() {
    return code(record.project() + "/" + record.environment());
  }

  private String ref() {
    String ref = record.what().ref();
    String asked = record.what().requestedRef();
    String commit = ref.matches("[0-9a-f]{40}") ? ref.substring(0, 10) : ref;
    return asked.equals(ref) ? code(commit) : code(asked) + " (" + code(commit) + ")";
  }

  private static String summary(What what) {
    int shown = 5;
    String first =
        what.summary().stream()
            .limit(shown)
            .map(MarkdownText::text)
            .collect(Collectors.joining("<br>"));
    int more = what.summary().size() - shown;
    return (first.isEmpty() ? "nothing" : first)
        + (more > 0 ? "<br>and " + count(more, "more step") : "")
        + (what.forced() ? "<br>**what it takes away was forced**" : "");
  }

  private static String policy(@Nullable Rules rules) {
    return rules == null
        ? ""
        : "version %d, marked %s, %s, adopted by %s"
            .formatted(
                rules.version(), text(rules.marked()), code(rules.digest()), by(rules.recorded()));
  }

  private static void fact(List<List<String>> rows, String name, String value) {
    if (!value.isBlank()) {
      rows.add(List.of("**" + name + "**", value));
    }
  }

  private static String names(List<String> names) {
    return names.stream().map(MarkdownText::text).collect(Collectors.joining(", "));
  }

  private static String codes(Stream<String> texts) {
    String all = texts.map(MarkdownText::code).collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private static String texts(List<String> texts) {
    return texts.isEmpty()
        ? "nothing"
        : texts.stream().map(MarkdownText::text).collect(Collectors.joining("; "));
  }

  private static String capital(String sentence) {
    // A name at the beginning stays as it is written.
    return sentence.contains("/")
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Who, when and where in the ledger. */
  static String by(Recorded recorded) {
    return "%s on %s %s".formatted(text(recorded.by()), time(recorded.at()), position(recorded));
  }

  /** The place in the ledger. */
  static String position(Recorded recorded) {
    return code("#" + recorded.position());
  }

  /** A word of the wire as people say it. */
  static String spoken(String word) {
    return word.replace('-', ' ').replace('_', ' ');
  }
}
