package dev.releaseledger.app.evidence.report.chapter;

/** Statements below each other, each with a line about it. */
final class SqlText {

  private SqlText() {}

  /** Text behind two dashes, which must not become a line of its own. */
  static String comment(String text) {
    return "-- " + text.strip().replaceAll("\\s*\\R\\s*", " ") + "\n";
  }

  /** A statement with its end. */
  static String statement(String sql) {
    String whole = sql.strip();
    return whole.endsWith(";") ? whole : whole + ";";
  }
}
