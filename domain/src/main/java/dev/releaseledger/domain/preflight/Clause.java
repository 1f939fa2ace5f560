package dev.releaseledger.domain.preflight;

import java.util.ArrayList;
import java.util.List;

/** Takes definitions apart that the server has written: what stands in parentheses, and lists. */
final class Clause {

  private Clause() {}

  /** What the parentheses that open at or after a position hold, without them; else nothing. */
  static String within(String text, int from) {
    int open = skip(text, from, '(');
    return open < 0 ? "" : text.substring(open + 1, closing(text, open));
  }

  /** What a CHECK checks, without the parentheses that the server adds. */
  static String condition(String definition) {
    String condition = within(definition, 0);
    boolean wrapped = condition.startsWith("(") && after(condition, 0) == condition.length();
    return wrapped ? within(condition, 0) : condition;
  }

  /** The position after the parentheses that open at or after a position. */
  static int after(String text, int from) {
    int open = skip(text, from, '(');
    return open < 0 ? text.length() : Math.min(closing(text, open) + 1, text.length());
  }

  /** The items of a list, as they stand between its outermost commas. */
  static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    int start = 0;
    while (start <= list.length()) {
      int comma = skip(list, start, ',');
      int end = comma < 0 ? list.length() : comma;
      items.add(list.substring(start, end).strip());
      start = end + 1;
    }
    return items;
  }

  /** The next place of a character outside of quotes and parentheses, or -1. */
  static int skip(String text, int from, char wanted) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == wanted) {
        return at;
      }
      at =
          switch (c) {
            case '\'', '"' -> quoteEnd(text, at);
            case '(' -> closing(text, at) + 1;
            default -> at + 1;
          };
    }
    return -1;
  }

  private static int closing(String text, int open) {
    int end = skip(text, open + 1, ')');
    return end < 0 ? text.length() : end;
  }

  /** A doubled quote reads as the end of one quotation and the beginning of the next. */
  private static int quoteEnd(String text, int open) {
    int end = text.indexOf(text.charAt(open), open + 1);
    return end < 0 ? text.length() : end + 1;
  }
}
