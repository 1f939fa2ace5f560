package dev.releaseledger.app.evidence.report.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times, numbers and words of the wire as people read them. */
public final class Words {

  private Words() {}

  /** A point in time in UTC, to the second. */
  public static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  /** A duration. */
  public static String millis(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    return millis < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
        : "%d min %d s".formatted(millis / 60_000, millis / 1_000 % 60);
  }

  /** A number with its noun. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** A word of the wire without what joins its parts. */
  public static String spoken(String word) {
    return word.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** A constant as a word. */
  public static String spoken(Enum<?> constant) {
    return spoken(constant.name());
  }

  /** Yes or no. */
  public static String yesNo(boolean is) {
    return is ? "yes" : "no";
  }

  /** The sentence with a capital at its beginning. */
  public static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
