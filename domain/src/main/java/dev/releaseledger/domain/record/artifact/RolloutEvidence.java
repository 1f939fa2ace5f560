package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What the ledger can show for one rollout.
 *
 * @param ledgers what it changed, table by table
 * @param chain who asked, who decided, how it ran
 * @param files the files that both are in
 */
public record RolloutEvidence(
    ChangeRecord record, List<Ledger> ledgers, List<Link> chain, List<ArtifactFile> files) {

  public RolloutEvidence {
    ledgers = List.copyOf(ledgers);
    chain = List.copyOf(chain);
    files = List.copyOf(files);
  }

  /** What was changed in one table, and what the contract still holds back. */
  public record Ledger(
      String path,
      String sha256,
      String connection,
      String table,
      String status,
      List<String> blockers) {}

  /** A request, an approval or a deployment, and what is held against it. */
  public record Link(
      String kind, String path, String sha256, boolean passed, List<String> blockers) {}

  /**
   * What there is about a rollout.
   *
   * @param shapes the schemas that the plan leads from and to, by connection
   * @param contract the contract that the plan was reviewed under
   */
  public static RolloutEvidence of(
      Dossier dossier, ChangeRecord record, SortedMap<String, Shapes> shapes, Contract contract) {
    List<LedgerFile> ledgers = new LedgerFiles(dossier, record, shapes, contract).files();
    List<ChainFile> chain = ChangeChain.of(dossier, record, ledgers);
    return new RolloutEvidence(
        record,
        ledgers.stream().map(RolloutEvidence::ledger).toList(),
        chain.stream()
            .map(it -> new Link(it.kind(), it.name(), it.sha256(), it.passed(), it.blockers()))
            .toList(),
        Stream.concat(ledgers.stream().map(LedgerFile::file), chain.stream().map(ChainFile::file))
            .toList());
  }

  private static Ledger ledger(LedgerFile it) {
    return new Ledger(
        it.name(), it.file().sha256(), it.connection(), it.table(), it.status(), it.blockers());
  }
}
