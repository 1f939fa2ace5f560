package dev.releaseledger.app.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in a scope; {@code docs/permissions.md} has the table. */
public enum Role {
  VIEWER,
  AUDITOR,
  APPROVER,
  DEPLOYER,
  OPERATOR,
  ADMIN;

  /** The word used on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
