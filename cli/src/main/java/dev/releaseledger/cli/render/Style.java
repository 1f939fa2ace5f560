package dev.releaseledger.cli.render;

import java.util.regex.Pattern;

/**
 * The few colours there are; when off, text is left exactly as it is.
 *
 * @param on whether escape codes may be written
 */
public record Style(boolean on) {
  private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Returns what stands out. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Returns what may be overlooked. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** Returns what is well. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Returns what wants attention. */
  public String warning(String text) {
    return paint("33", text);
  }

  /** Returns what is dangerous or went wrong. */
  public String bad(String text) {
    return paint("31", text);
  }

  /** Returns the risk, or how much a project minds, in the colour of its danger. */
  public String risk(String risk) {
    return switch (risk) {
      case "metadata_only" -> good(risk);
      case "blocking", "warning" -> warning(risk);
      case "breaking", "unsupported", "error" -> bad(risk);
      default -> risk;
    };
  }

  /** Returns a status word in the colour of what it means. */
  public String status(String status) {
    return switch (status) {
      case "released", "verified", "clean", "applied" -> good(status);
      case "proposed",
          "deferred",
          "applying",
          "approved",
          "scheduled",
          "backfill-pending",
          "frozen" ->
          warning(status);
      case "failed", "drifted", "rejected", "aborted", "invalidated", "expired" -> bad(status);
      default -> status;
    };
  }

  /** Returns how many columns the text takes on a screen. */
  static int width(String text) {
    return CODES.matcher(text).replaceAll("").length();
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
