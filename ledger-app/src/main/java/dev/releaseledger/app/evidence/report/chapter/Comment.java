package dev.releaseledger.app.evidence.report.chapter;

/** Text behind two dashes in SQL: it must not become a line of its own. */
final class Comment {

  private Comment() {}

  static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
