package dev.releaseledger.domain.risk.rule;

/** A table goes, with all its rows. */
final class DropTable extends DropRule {

  DropTable() {
    super("drop-table", ", with all its rows");
  }
}
