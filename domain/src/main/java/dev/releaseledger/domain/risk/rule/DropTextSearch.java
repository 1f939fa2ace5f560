package dev.releaseledger.domain.risk.rule;

/** A text search object goes, and searches that name it fail. */
final class DropTextSearch extends DropRule {

  DropTextSearch() {
    super("drop-text-search", "");
  }
}
