package dev.releaseledger.domain.risk.rule;

/** A materialized view goes, with what it stores. */
final class DropMaterializedView extends DropRule {

  DropMaterializedView() {
    super("drop-materialized-view", "");
  }
}
