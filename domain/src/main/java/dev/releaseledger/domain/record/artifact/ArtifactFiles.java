package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.RecordMarkdown;
import dev.releaseledger.domain.record.artifact.HistoryFiles.TableKey;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes all files about a rollout; the same events and artifacts make the same files. */
public final class ArtifactFiles {

  private ArtifactFiles() {}

  /**
   * The files about a rollout.
   *
   * @param shapes the schemas that the plan leads from and to, by connection
   * @param contract the contract that the plan was reviewed under
   * @param schemas a kept schema, by its digest
   */
  public static List<ArtifactFile> of(
      Dossier dossier,
      ChangeRecord record,
      SortedMap<String, Shapes> shapes,
      Contract contract,
      Function<String, Schema> schemas) {
    List<LedgerFile> ledgers = new LedgerFiles(dossier, record, shapes, contract).files();
    Set<TableKey> tables =
        ledgers.stream()
            .filter(ledger -> !ledger.table().equals(ConnectionChanges.NO_TABLE))
            .map(ledger -> new TableKey(ledger.connection(), ledger.table()))
            .collect(Collectors.toSet());
    return Stream.of(
            ledgers.stream().map(LedgerFile::file),
            ApprovalFiles.of(record, ledgers).stream(),
            ChangeChain.of(dossier, record, ledgers).stream().map(ChainFile::file),
            NotificationFiles.of(record, ledgers).stream(),
            new HistoryFiles(dossier, schemas).of(tables).stream(),
            Stream.of(
                new ArtifactFile(
                    "change_record_" + record.id() + ".md", RecordMarkdown.of(record))))
        .flatMap(files -> files)
        .toList();
  }
}
