package dev.releaseledger.evidence.verify;

/** Text of strangers in a report: it may be shown on a terminal, so it brings no commands to it. */
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("[^ -~]", "?");
  }
}
