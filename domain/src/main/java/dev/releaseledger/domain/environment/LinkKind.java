package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.document.Choice;

/** Where a change can come from. */
public enum LinkKind implements Choice {
  TICKET,
  PULL_REQUEST;

  @Override
  public String word() {
    return Choice.super.word().replace('_', '-');
  }
}
