package dev.releaseledger.domain.policy.contract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which types hold every value of which others (PostgreSQL manual, chapter 8), as the server
 * writes types.
 */
final class Widening {

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
  private static final List<String> FLOATS = List.of("real", "double precision");
  private static final Pattern NUMERIC = Pattern.compile("numeric(?:\\((\\d+),(-?\\d+)\\))?");
  private static final Pattern LIMITED = Pattern.compile("([a-z ]+)\\((\\d+)\\)");
  private static final Pattern TIMED =
      Pattern.compile("(time|timestamp)(?:\\((\\d)\\))? (with(?:out)? time zone)");

  /** How many decimal digits the integers have at most, by their place. */
  private static final int[] DIGITS = {5, 10, 19};

  private static final int ALL_FRACTIONS = 6;

  private Widening() {}

  /** Whether every value of the one type is a value of the other, and stays the same. */
  static boolean widens(String from, String to) {
    return ranked(INTEGERS, from, to)
        || ranked(FLOATS, from, to)
        || intoNumeric(from, to)
        || limits("character varying", asVarying(from), asVarying(to))
        || limits("character", from, to)
        || limits("bit varying", from, to)
        || times(from, to);
  }

  private static String asVarying(String type) {
    return type.equals("text") ? "character varying" : type;
  }

  private static boolean ranked(List<String> ranks, String from, String to) {
    return ranks.contains(from) && ranks.indexOf(to) > ranks.indexOf(from);
  }

  private static boolean intoNumeric(String from, String to) {
    Matcher wide = NUMERIC.matcher(to);
    if (!wide.matches()) {
      return false;
    }
    boolean any = wide.group(1) == null;
    int rank = INTEGERS.indexOf(from);
    if (rank >= 0) {
      return any || (scale(wide) >= 0 && integerDigits(wide) >= DIGITS[rank]);
    }
    Matcher narrow = NUMERIC.matcher(from);
    return narrow.matches()
        && narrow.group(1) != null
        && (any || (scale(wide) >= scale(narrow) && integerDigits(wide) >= integerDigits(narrow)));
  }

  private static int integerDigits(Matcher numeric) {
    return Integer.parseInt(numeric.group(1)) - scale(numeric);
  }

  private static int scale(Matcher numeric) {
    return Integer.parseInt(numeric.group(2));
  }

  /** The first has a limit, or none, that the second reaches. */
  private static boolean limits(String family, String from, String to) {
    int narrow = limit(family, from);
    return narrow >= 0 && limit(family, to) >= narrow;
  }

  /** The most that a type of the family holds, or -1 for a type that is not of it. */
  private static int limit(String family, String type) {
    if (type.equals(family)) {
      return Integer.MAX_VALUE;
    }
    Matcher limited = LIMITED.matcher(type);
    return limited.matches() && limited.group(1).equals(family)
        ? Integer.parseInt(limited.group(2))
        : -1;
  }

  private static boolean times(String from, String to) {
    Matcher narrow = TIMED.matcher(from);
    Matcher wide = TIMED.matcher(to);
    return narrow.matches()
        && wide.matches()
        && narrow.group(1).equals(wide.group(1))
        && narrow.group(3).equals(wide.group(3))
        && fractions(wide) > fractions(narrow);
  }

  private static int fractions(Matcher timed) {
    return timed.group(2) == null ? ALL_FRACTIONS : Integer.parseInt(timed.group(2));
  }
}
