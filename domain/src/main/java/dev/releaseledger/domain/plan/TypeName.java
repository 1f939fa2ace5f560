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
 * @param fields what an interval is restricted to, such as {@code day to second}, or empty
 */
public record TypeName(String base, List<Integer> modifiers, int dimensions, String fields) {

  private static final Pattern FORM =
      Pattern.compile(
          "(interval(?= )|.*?)((?<=interval) [a-z ]+?)?(?:\\((-?\\d+(?:,-?\\d+)*)\\))?"
              + "((?: with| without) time zone)?((?:\\[])*)");

  /** Takes the text of a type apart. */
  public static TypeName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return new TypeName(text, List.of(), 0, "");
    }
    String zone = matcher.group(4) == null ? "" : matcher.group(4);
    List<Integer> modifiers =
        matcher.group(3) == null
            ? List.of()
            : Stream.of(matcher.group(3).split(",", -1)).map(Integer::valueOf).toList();
    String fields = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return new TypeName(matcher.group(1) + zone, modifiers, matcher.group(5).length() / 2, fields);
  }

  /** The type of what an array of this holds. */
  public TypeName element() {
    return new TypeName(base, modifiers, 0, fields);
  }

  /** The first modifier, or the given number when there is none. */
  public int modifier(int absent) {
    return modifiers.isEmpty() ? absent : modifiers.getFirst();
  }
}
