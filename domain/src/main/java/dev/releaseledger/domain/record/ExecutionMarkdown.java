package dev.releaseledger.domain.record;

import static dev.releaseledger.domain.record.MarkdownPage.count;
import static dev.releaseledger.domain.record.MarkdownPage.time;
import static dev.releaseledger.domain.record.MarkdownText.code;
import static dev.releaseledger.domain.record.MarkdownText.text;
import static dev.releaseledger.domain.record.RecordMarkdown.by;
import static dev.releaseledger.domain.record.RecordMarkdown.position;

import dev.releaseledger.domain.record.ChangeRecord.Check;
import dev.releaseledger.domain.record.ChangeRecord.Failure;
import dev.releaseledger.domain.record.ChangeRecord.Filled;
import dev.releaseledger.domain.record.ChangeRecord.Lease;
import dev.releaseledger.domain.record.ChangeRecord.Refused;
import dev.releaseledger.domain.record.ChangeRecord.Schedule;
import dev.releaseledger.domain.record.ChangeRecord.StatusChange;
import dev.releaseledger.domain.record.ChangeRecord.Transaction;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a change ran and ended, and its whole life, as a part of its record. */
final class ExecutionMarkdown {

  private final ChangeRecord record;
  private final MarkdownPage page;

  ExecutionMarkdown(ChangeRecord record, MarkdownPage page) {
    this.record = record;
    this.page = page;
  }

  void write() {
    SortedMap<Long, String> lines = new TreeMap<>();
    record.schedule().forEach(it -> lines.put(it.recorded().position(), scheduled(it)));
    record.refusals().forEach(it -> lines.put(it.recorded().position(), refused(it)));
    record.leases().forEach(it -> lines.put(it.recorded().position(), leased(it)));
    record.transactions().forEach(it -> lines.put(it.recorded().position(), began(it)));
    record.failures().forEach(it -> lines.put(it.recorded().position(), failed(it)));
    record.driftChecks().forEach(it -> lines.put(it.recorded().position(), checked(it)));
    if (!lines.isEmpty()) {
      page.heading(2, "Execution");
      page.bullets(List.copyOf(lines.values()));
    }
    backfill();
    life();
  }

  private static String scheduled(Schedule it) {
    return by(it.recorded())
        + (it.applyAt() == null
            ? " took it off the schedule"
            : " scheduled it for " + time(it.applyAt()))
        + (it.reason() == null ? "" : ": " + text(it.reason()));
  }

  private static String refused(Refused it) {
    return "%s was refused: %s, %s"
        .formatted(by(it.recorded()), code(it.refusal()), text(it.detail()));
  }

  private static String leased(Lease it) {
    return "%s: %s by %s under lease %d"
        .formatted(
            by(it.recorded()),
            it.resumed() ? "resumed after an interruption" : "started",
            code(it.executor()),
            it.fencingToken());
  }

  private static String began(Transaction it) {
    return "%s on %s: stage %d on %s, %s %s"
        .formatted(
            text(it.recorded().by()),
            time(it.recorded().at()) + " " + position(it.recorded()),
            it.stage(),
            code(it.connection()),
            it.transactional() ? "in one transaction, step" : "outside of a transaction, step",
            it.steps().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String failed(Failure it) {
    return "%s: **failed**%s on %s%s: %s. %s%s"
        .formatted(
            by(it.recorded()),
            it.step() == 0 ? "" : " at step " + it.step(),
            code(it.connection()),
            it.sqlState() == null ? "" : " (" + code(it.sqlState()) + ")",
            text(it.message()),
            it.rolledBack() ? "Its transaction was rolled back." : "Nothing was rolled back.",
            it.takenBack().isEmpty()
                ? ""
                : " Taken back: step "
                    + it.takenBack().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ".");
  }

  private static String checked(Check it) {
    String which = "drift check (%s)".formatted(text(RecordMarkdown.spoken(it.check())));
    return by(it.recorded())
        + ": "
        + which
        + (it.clean()
            ? ", clean"
            : ", **%s**: %s%s; report %s"
                .formatted(
                    count(it.differenceCount(), "difference"),
                    it.differences().stream()
                        .limit(10)
                        .map(MarkdownText::text)
                        .collect(Collectors.joining("; ")),
                    it.differenceCount() > 10 ? "; and more" : "",
                    code(it.report() == null ? "none" : it.report())));
  }

  private void backfill() {
    if (record.backfill() == null) {
      return;
    }
    page.heading(2, "Backfill");
    page.paragraph(
        "To be filled in: %s. %s."
            .formatted(
                text(record.backfill().wanted()),
                record.backfill().complete() ? "It is complete" : "**It is not complete**"));
    page.bullets(record.backfill().filled().stream().map(ExecutionMarkdown::filled).toList());
  }

  private static String filled(Filled it) {
    return by(it.recorded())
        + ": "
        + (it.validated() ? "validated" : "not right yet")
        + (it.rows() == null ? "" : ", " + count(it.rows(), "row"))
        + (it.note() == null ? "" : ", " + text(it.note()))
        + (it.reference() == null ? "" : " (" + MarkdownText.reference(it.reference()) + ")");
  }

  private void life() {
    page.heading(2, "Status");
    page.table(
        List.of("when", "status", "in the ledger", "after", "by"),
        record.history().stream().map(ExecutionMarkdown::row).toList());
    page.heading(2, "Events");
    page.table(
        List.of("#", "when", "event", "what happened"),
        record.events().stream()
            .map(it ->
                List.of(
                    position(it.recorded()),
                    time(it.recorded().at()),
                    code(it.event()),
                    text(it.recorded().by()) + " " + text(it.sentence())))
            .toList());
  }

  private static List<String> row(StatusChange it) {
    return List.of(
        time(it.recorded().at()),
        it.to(),
        code(it.rolloutStatus()),
        code(it.event()) + " " + position(it.recorded()),
        text(it.recorded().by()));
  }
}
