package dev.releaseledger.domain.record.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that follow from what they name, as the readers of these files compute them. */
final class ReferenceIds {

  private static final int LONG = 24;
  private static final int SHORT = 16;

  private ReferenceIds() {}

  /** The id of a change: the same whenever a table changes in the same way. */
  static String change(String dialect, String table, String type, String column, String reason) {
    return "sch_" + hex(String.join(":", dialect, table, type, column, reason), LONG);
  }

  /** The id of an approval of a ledger file. */
  static String approval(String ledgerPath, String approver, String ledgerStatus) {
    return "appr_" + hex(String.join(":", ledgerPath, approver, ledgerStatus), LONG);
  }

  /** The part of a ledger file's name that follows from its content. */
  static String payload(Object payload) {
    return hex(SortedJson.line(payload), SHORT);
  }

  /** The first digits of a text's SHA-256. */
  static String hex(String text, int digits) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
