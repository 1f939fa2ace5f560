package dev.releaseledger.evidence;

import java.util.regex.Pattern;

/** A whole number in ASCII digits without sign or leading zero, as the C2SP formats write it. */
public final class Decimal {

  private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Decimal() {}

  /** The number, up to 2^63 - 1. */
  public static long parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new Malformed("not a decimal number without leading zeros");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Malformed("a number beyond 2^63 - 1");
    }
  }
}
