package dev.releaseledger.domain.record;

import static dev.releaseledger.domain.record.MarkdownPage.time;
import static dev.releaseledger.domain.record.MarkdownText.code;
import static dev.releaseledger.domain.record.MarkdownText.text;
import static dev.releaseledger.domain.record.RecordMarkdown.by;
import static dev.releaseledger.domain.record.RecordMarkdown.spoken;

import dev.releaseledger.domain.record.ChangeRecord.Approval;
import dev.releaseledger.domain.record.ChangeRecord.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people decided and wrote down about a change, as a part of its record. */
final class DecisionMarkdown {

  private final ChangeRecord record;
  private final MarkdownPage page;

  DecisionMarkdown(ChangeRecord record, MarkdownPage page) {
    this.record = record;
    this.page = page;
  }

  void write() {
    page.heading(2, "Decisions");
    if (record.approvals().isEmpty() && record.decisions().isEmpty()) {
      page.paragraph(
          record.type().equals("standard")
              ? "Nobody had to approve it, and nobody decided anything else."
              : "None yet.");
    }
    page.table(
        List.of("who and when", "decision", "why", "where"),
        Stream.concat(
                record.approvals().stream().map(DecisionMarkdown::row),
                record.decisions().stream().map(DecisionMarkdown::row))
            .toList());
    page.table(
        List.of("gate", "as it was judged", "why"),
        record.gates().stream()
            .map(it ->
                List.of(
                    code(it.gate()),
                    (it.met() ? "met" : "**passed over**") + " " + code("#" + it.position()),
                    text(it.why())))
            .toList());
    page.table(
        List.of("waived gate", "by", "why", "where"),
        record.waivers().stream()
            .map(it ->
                List.of(
                    code(it.gate()),
                    by(it.recorded()),
                    text(it.reason()),
                    reference(it.reference())))
            .toList());
    evidence();
  }

  private static List<String> row(Approval it) {
    return List.of(
        by(it.recorded()),
        "approved"
            + (it.capacities().isEmpty() ? "" : " as " + text(String.join(", ", it.capacities())))
            + (it.signedWith() == null ? "" : "<br>signed with " + code(it.signedWith()))
            + (it.stands() ? "" : "<br>**does not count any more**"),
        or(it.reason()),
        where(it.channel(), it.reference()));
  }

  private static List<String> row(Decision it) {
    return List.of(
        by(it.recorded()),
        text(it.decision())
            + (it.of() == null ? "" : " of " + text(it.of()))
            + (it.nextReview() == null ? "" : " until " + text(it.nextReview())),
        text(it.reason()),
        where(it.channel(), it.reference()));
  }

  private void evidence() {
    List<List<String>> rows = new ArrayList<>();
    record
        .tickets()
        .forEach(it ->
            rows.add(
                List.of(text(spoken(it.kind())), reference(it.reference()), by(it.recorded()))));
    record
        .tests()
        .forEach(it ->
            rows.add(
                List.of(
                    "test: " + text(spoken(it.kind())),
                    (it.passed() ? "passed" : "**failed**")
                        + more(it.note())
                        + moreAt(it.reference()),
                    by(it.recorded()))));
    record
        .notes()
        .forEach(it ->
            rows.add(
                List.of(
                    "note: " + text(spoken(it.kind())),
                    text(it.text()) + moreAt(it.reference()),
                    by(it.recorded()))));
    record
        .comments()
        .forEach(it -> rows.add(List.of("comment", text(it.comment()), by(it.recorded()))));
    record
        .backups()
        .forEach(it ->
            rows.add(
                List.of(
                    "backup",
                    "%s, taken %s, %s%s"
                        .formatted(
                            text(it.location()),
                            time(it.takenAt()),
                            it.verified() ? "verified" : "**not verified**",
                            it.restoreTestedAt() == null
                                ? ""
                                : ", restored from " + time(it.restoreTestedAt())),
                    by(it.recorded()))));
    if (!rows.isEmpty()) {
      page.heading(2, "Tests and records");
      page.table(List.of("what", "", "who and when"), rows);
    }
  }

  private static String where(@Nullable String channel, @Nullable String reference) {
    return Stream.of(or(channel), reference(reference))
        .filter(it -> !it.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private static String more(@Nullable String text) {
    return text == null || text.isBlank() ? "" : "<br>" + text(text);
  }

  private static String moreAt(@Nullable String reference) {
    return reference == null || reference.isBlank() ? "" : "<br>" + reference(reference);
  }

  private static String reference(@Nullable String text) {
    return text == null ? "" : MarkdownText.reference(text);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text(text);
  }
}
