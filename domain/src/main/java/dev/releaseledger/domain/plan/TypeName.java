package dev.releaseledger.domain.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type as the server writes it, taken apart.
 *
 * @param base the name without modifiers and array brackets
 * @param modifiers what stood in parentheses, such as length or precision and scale
 * @param dimensions how many pairs of brackets
 */
record TypeName(String base, List<Integer> modifiers, int dimensions) {

  private static final Pattern FORM =
      Pattern.compile(
          "(.*?)(?:\\((-?\\d+(?:,-?\\d+)*)\\))?((?: with| without) time zone)?((?:\\[])*)");

  static TypeName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return new TypeName(text, List.of(), 0);
    }
    String zone = matcher.group(3) == null ? "" : matcher.group(3);
    List<Integer> modifiers =
        matcher.group(2) == null
            ? List.of()
            : Stream.of(matcher.group(2).split(",", -1)).map(Integer::valueOf).toList();
    return new TypeName(matcher.group(1) + zone, modifiers, matcher.group(4).length() / 2);
  }

  TypeName element() {
    return new TypeName(base, modifiers, 0);
  }

  /** The first modifier, or the given number when there is none. */
  int modifier(int absent) {
    return modifiers.isEmpty() ? absent : modifiers.getFirst();
  }
}
