package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.standards.Standard.GrammaticalNumber;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells, as far as its letters tell, whether the last word of a name says one or many. */
final class EnglishNumber {

  private static final Set<String> MANY =
      Set.of(
          "people",
          "children",
          "men",
          "women",
          "feet",
          "teeth",
          "mice",
          "geese",
          "criteria",
          "phenomena",
          "indices",
          "matrices",
          "vertices");

  /** Words that are the same for one and for many, or have no other number. */
  private static final Set<String> EITHER =
      Set.of(
          "series",
          "species",
          "news",
          "data",
          "metadata",
          "media",
          "info",
          "information",
          "staff",
          "equipment",
          "inventory",
          "stock",
          "history",
          "feedback",
          "content",
          "fish",
          "sheep",
          "aircraft",
          "settings",
          "https");

  /** A shorter word is an abbreviation as likely as a noun, such as sms or gps. */
  private static final int SHORTEST = 4;

  private EnglishNumber() {}

  /** The words of a name, without digits after them. */
  private static List<String> words(String name) {
    return Pattern.compile("[_0-9]+").splitAsStream(name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether a name may be of this number. */
  static boolean fits(String name, GrammaticalNumber number) {
    List<String> words = words(name);
    String word = words.isEmpty() ? "" : words.getLast();
    if (EITHER.contains(word) || !word.matches("[a-z]+")) {
      return true;
    }
    return switch (number) {
      case ANY -> true;
      case PLURAL ->
          word.matches(".*[^s]s")
              // As of members_of_team.
              || words.stream().anyMatch(it -> MANY.contains(it) || it.matches(".*[^suiao]s"));
      case SINGULAR ->
          !MANY.contains(word)
              && (!word.endsWith("s")
                  || word.length() < SHORTEST
                  // As of address, status, analysis, alias and chaos.
                  || word.matches(".*[suiao]s"));
    };
  }
}
