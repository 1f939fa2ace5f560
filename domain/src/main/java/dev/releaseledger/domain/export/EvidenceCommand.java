package dev.releaseledger.domain.export;

import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;

/** What can be asked about evidence. */
public sealed interface EvidenceCommand {

  /** The identity of the stream of all exports. */
  String EXPORTS = "evidence";

  /** The identity of the stream in which it is recorded. */
  String stream();

  /** Record that a bundle is handed out. */
  record RecordExport(EvidenceExported exported) implements EvidenceCommand {
    @Override
    public String stream() {
      return EXPORTS;
    }
  }

  /**
   * Log a statement, where it is not logged yet. Each has a stream of its own: its leaf has no
   * place for a number, so that a number of another stream would seem to be missing.
   */
  record LogStatement(StatementLogged statement) implements EvidenceCommand {
    @Override
    public String stream() {
      return "statement:" + statement.signed();
    }
  }
}
