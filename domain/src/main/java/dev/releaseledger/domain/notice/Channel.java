package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.document.Choice;

/** The ways on which notices leave the ledger. */
public enum Channel implements Choice {
  /** To a program, as a signed CloudEvent. */
  WEBHOOK,
  /** To a Slack channel, or to what understands the same. */
  SLACK,
  /** To a channel of Microsoft Teams, by a workflow. */
  TEAMS,
  /** To people, by mail. */
  MAIL;

  /** Whether what is sent is signed with a secret that the receiver has too. */
  public boolean isSigned() {
    return this == WEBHOOK;
  }
}
