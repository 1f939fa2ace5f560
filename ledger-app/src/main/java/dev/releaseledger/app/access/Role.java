package dev.releaseledger.app.access;

import java.util.Locale;

/** What a token lets its holder do; {@code docs/configuration.md} has the table. */
public enum Role {
  VIEWER,
  APPROVER,
  DEPLOYER,
  ADMIN;

  /** The word used on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
