package dev.releaseledger.domain.risk.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in the definitions of constraints and indexes as the server writes them. */
public final class Definitions {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
  private static final Pattern REFERENCES =
      Pattern.compile("\\) REFERENCES (" + NAME + "(?:\\." + NAME + ")?)\\(");

  private Definitions() {}

  /** The columns of a constraint, or the first list of an index; an expression is one of them. */
  public static List<String> columns(String definition) {
    return listAt(definition, definition.indexOf('('));
  }

  /** The table a foreign key points to, or an empty text. */
  public static String referencedTable(String definition) {
    Matcher matcher = REFERENCES.matcher(definition);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The columns a foreign key points to. */
  public static List<String> referenced(String definition) {
    Matcher matcher = REFERENCES.matcher(definition);
    return matcher.find() ? listAt(definition, matcher.end() - 1) : List.of();
  }

  private static List<String> listAt(String text, int open) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = open + 1;
    for (int i = Math.max(open, 0); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        continue;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        items.add(text.substring(start, i).strip());
        return items;
      } else if (c == ',' && depth == 1) {
        items.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    return items;
  }
}
