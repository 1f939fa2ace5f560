package dev.releaseledger.domain.standards;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names are made: characters that stand for themselves, and placeholders in braces.
 *
 * <p>What fills a placeholder is a list of words.
 */
record NamePattern(String text) {

  /** The word for what has no name: anything may stand for it. */
  static final String FREE = "";

  /** The last word of a list that may be followed by others. */
  static final String MORE = "*";

  /** The server cuts what is longer. */
  private static final int LONGEST = 63;

  private static final List<String> ANYTHING = List.of(FREE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

  /** The placeholders of a pattern that are none of these. */
  static List<String> unknown(String pattern, List<String> known) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .filter(it -> !known.contains(it))
        .distinct()
        .toList();
  }

  /** Whether a name is made so; of one that would be too long, how it is cut is free. */
  boolean fits(String name, Map<String, List<String>> words) {
    Map<String, List<String>> kept = kept(words);
    String expression = filled(it -> expression(kept.getOrDefault(it, ANYTHING)), Pattern::quote);
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(name).matches();
  }

  /** The name that these words make. */
  String expected(Map<String, List<String>> words) {
    Map<String, List<String>> kept = kept(words);
    return filled(it -> shown(kept.getOrDefault(it, ANYTHING)), UnaryOperator.identity());
  }

  /** What a name can have of these words: all, or those of the table, or none. */
  private Map<String, List<String>> kept(Map<String, List<String>> words) {
    if (isShort(words)) {
      return words;
    }
    Map<String, List<String>> ofTable =
        Map.of(NamedParts.TABLE, words.getOrDefault(NamedParts.TABLE, ANYTHING));
    return isShort(ofTable) ? ofTable : Map.of();
  }

  private boolean isShort(Map<String, List<String>> words) {
    String name = filled(it -> shown(words.getOrDefault(it, ANYTHING)), UnaryOperator.identity());
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  private static String expression(List<String> words) {
    StringBuilder expression = new StringBuilder();
    for (String word : once(words)) {
      switch (word) {
        case MORE -> expression.append("(_.+)?");
        case FREE -> expression.append(expression.isEmpty() ? "" : "_").append(".+");
        default -> expression.append(expression.isEmpty() ? "" : "_").append(Pattern.quote(word));
      }
    }
    return expression.toString();
  }

  private static String shown(List<String> words) {
    return String.join(
        "_",
        once(words).stream()
            .filter(word -> !word.equals(MORE))
            .map(word -> word.equals(FREE) ? "<...>" : word.toLowerCase(Locale.ROOT))
            .toList());
  }

  /** Several things in a row that have no name may go by one. */
  private static List<String> once(List<String> words) {
    List<String> once = new ArrayList<>();
    for (String word : words) {
      if (!word.equals(FREE) || once.isEmpty() || !once.getLast().equals(FREE)) {
        once.add(word);
      }
    }
    return once;
  }

  private String filled(UnaryOperator<String> filling, UnaryOperator<String> literal) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int end = 0;
    while (matcher.find()) {
      filled.append(literal.apply(text.substring(end, matcher.start())));
      filled.append(filling.apply(matcher.group()));
      end = matcher.end();
    }
    return filled.append(literal.apply(text.substring(end))).toString();
  }
}
