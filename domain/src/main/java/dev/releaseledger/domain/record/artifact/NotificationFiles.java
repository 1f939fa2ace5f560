package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.MarkdownText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a notification beside each ledger file, for machines and for people. */
final class NotificationFiles {

  private static final String CHANNEL = "artifact";

  private NotificationFiles() {}

  static List<ArtifactFile> of(ChangeRecord record, List<LedgerFile> ledgers) {
    return ledgers.stream()
        .flatMap(ledger ->
            Stream.of(
                new ArtifactFile(json(ledger), SortedJson.file(fields(record, ledger))),
                new ArtifactFile(markdown(ledger), text(record, ledger))))
        .toList();
  }

  private static String json(LedgerFile ledger) {
    return ledger.stem() + ".notification.json";
  }

  private static String markdown(LedgerFile ledger) {
    return ledger.stem() + ".notification.md";
  }

  private static SortedMap<String, Object> fields(ChangeRecord record, LedgerFile ledger) {
    SortedMap<String, Object> fields = new TreeMap<>(Stamp.of(record.updated()));
    fields.put("channel", CHANNEL);
    fields.put("status", ledger.status());
    fields.put("ledger_path", ledger.name());
    fields.put("blockers", ledger.blockers());
    fields.put("json_path", json(ledger));
    fields.put("markdown_path", markdown(ledger));
    fields.put("run_id", record.id());
    fields.put("table", ledger.table());
    fields.put("project", record.project());
    fields.put("environment", record.environment());
    fields.put("outcome", record.outcome().sentence());
    return fields;
  }

  private static String text(ChangeRecord record, LedgerFile ledger) {
    return """
    # Schema evolution notification

    - Channel: %s
    - Status: %s
    - Ledger: %s
    - Environment: %s
    - Outcome: %s

    ## Blockers

    %s

    ## Actions

    %s
    """
        .formatted(
            CHANNEL,
            ledger.status(),
            MarkdownText.code(ledger.name()),
            MarkdownText.code(record.project() + "/" + record.environment()),
            MarkdownText.text(record.outcome().sentence()),
            ledger.blockers().isEmpty()
                ? "- none"
                : ledger.blockers().stream()
                    .map(it -> "- " + MarkdownText.code(it))
                    .collect(Collectors.joining("\n")),
            ledger.actions().stream()
                .map(it ->
                    "- %s risk %s decision %s"
                        .formatted(MarkdownText.text(it.column()), it.riskLevel(), it.decision()))
                .collect(Collectors.joining("\n")));
  }
}
