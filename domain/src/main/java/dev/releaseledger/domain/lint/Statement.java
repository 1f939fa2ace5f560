package dev.releaseledger.domain.lint;

import dev.releaseledger.domain.rehearsal.TakenLock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement of a script, and the state the script had brought its session to.
 *
 * @param lockTimeoutMillis how long it would wait for a lock; 0 is for ever
 * @param held the locks that earlier statements of the same transaction took on what was there
 *     before the script
 */
public record Statement(String sql, long lockTimeoutMillis, List<TakenLock> held) {

  /** Comments, and what stands in quotes. */
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "(?s)--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|\\$(\\w*)\\$.*?\\$\\1\\$");

  public Statement {
    held = List.copyOf(held);
  }

  /** Its words in upper case, without comments and without what stands in quotes. */
  String words() {
    return NO_WORDS
        .matcher(sql)
        .replaceAll(" ")
        .strip()
        .replaceAll("\\s+", " ")
        .toUpperCase(Locale.ROOT);
  }

  /** Whether it begins with this word. */
  boolean begins(String word) {
    return words().startsWith(word + " ");
  }

  /** Whether it has these words in a row. */
  boolean has(String phrase) {
    return Pattern.compile("\\b" + phrase + "\\b").matcher(words()).find();
  }
}
