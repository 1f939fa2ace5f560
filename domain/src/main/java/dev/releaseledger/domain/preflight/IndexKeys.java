package dev.releaseledger.domain.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must be unique, by the definition of an index or of a constraint.
 *
 * @param expressions the columns and expressions, without how they are ordered
 * @param nullsAreEqual whether NULL equals NULL
 * @param predicate which rows it is about, or null for all of them
 */
public record IndexKeys(
    List<String> expressions, boolean nullsAreEqual, @Nullable String predicate) {

  private static final Pattern COLLATION =
      Pattern.compile("^\\s+(COLLATE (?:\"(?:[^\"]|\"\")+\"|[\\w$.])+)");
  private static final String NULLS_ARE_EQUAL = "NULLS NOT DISTINCT";

  public IndexKeys {
    expressions = List.copyOf(expressions);
  }

  /** Of {@code CREATE UNIQUE INDEX ... USING method (...) ...}. */
  public static IndexKeys ofIndex(String definition) {
    int using = definition.indexOf(" USING ");
    int end = Clause.after(definition, using);
    String rest = definition.substring(end);
    int where = rest.indexOf(" WHERE ");
    return of(
        Clause.within(definition, using),
        where < 0 ? rest : rest.substring(0, where),
        where < 0 ? null : rest.substring(where + 7));
  }

  /** Of {@code UNIQUE ... (...) ...} or {@code PRIMARY KEY (...) ...}. */
  public static IndexKeys ofConstraint(String definition) {
    return of(Clause.within(definition, 0), definition.substring(0, definition.indexOf('(')), null);
  }

  private static IndexKeys of(String keys, String options, @Nullable String predicate) {
    List<String> expressions = new ArrayList<>();
    for (String item : Clause.items(keys)) {
      expressions.add(expression(item));
    }
    return new IndexKeys(expressions, options.contains(NULLS_ARE_EQUAL), predicate);
  }

  /** Leaves out the operator class and the direction, which do not matter to equality. */
  private static String expression(String item) {
    int end = end(item);
    Matcher collation = COLLATION.matcher(item.substring(end));
    return item.substring(0, end) + (collation.find() ? " " + collation.group(1) : "");
  }

  private static int end(String item) {
    if (item.startsWith("(")) {
      return Clause.after(item, 0);
    }
    int at = 0;
    while (at < item.length() && !Character.isWhitespace(item.charAt(at))) {
      char c = item.charAt(at);
      if (c == '(') {
        return Clause.after(item, at);
      }
      at = c == '"' ? Math.max(item.indexOf('"', at + 1), at) + 1 : at + 1;
    }
    return at;
  }
}
