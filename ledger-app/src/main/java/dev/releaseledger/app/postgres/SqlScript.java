package dev.releaseledger.app.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds where the statements of a script begin and end, as psql does; what they mean is the
 * server's business.
 */
final class SqlScript {

  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<SqlStatement> comments = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private int at;
  private int start = -1;
  private int parentheses;
  private int blocks;

  private SqlScript(String text) {
    this.text = text;
  }

  static SqlScript of(String text) {
    SqlScript script = new SqlScript(text);
    script.scan();
    return script;
  }

  List<SqlStatement> statements() {
    return statements;
  }

  /** The comments to the end of a line that are not inside a function body, with their dashes. */
  List<SqlStatement> comments() {
    return comments;
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("--", at)) {
        int end = lineEnd();
        comments.add(new SqlStatement(lineOf(at), text.substring(at, end)));
        at = end;
      } else if (text.startsWith("/*", at)) {
        skipBlockComment();
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\\' && start < 0) {
        int end = lineEnd();
        statements.add(new SqlStatement(lineOf(at), text.substring(at, end)));
        at = end;
      } else {
        token(c);
      }
    }
    finish();
  }

  private void token(char c) {
    if (c == ';' && parentheses <= 0 && blocks == 0) {
      finish();
      at++;
      return;
    }
    if (start < 0) {
      start = at;
    }
    if (c == '\'') {
      skipQuoted('\'', false);
    } else if (c == '"') {
      skipQuoted('"', false);
    } else if ((c == 'e' || c == 'E') && text.startsWith("'", at + 1)) {
      at++;
      skipQuoted('\'', true);
    } else if (c == '$') {
      skipDollarQuoted();
    } else if (Character.isLetter(c) || c == '_') {
      word();
    } else {
      if (c == '(') {
        parentheses++;
      } else if (c == ')') {
        parentheses--;
      }
      at++;
    }
  }

  private void finish() {
    if (start >= 0) {
      statements.add(new SqlStatement(lineOf(start), text.substring(start, at).strip()));
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
    words.clear();
  }

  private void word() {
    int from = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at).toUpperCase(Locale.ROOT);
    if (words.size() < 4) {
      words.add(word);
    }
    if (makesRoutine()) {
      switch (word) {
        case "BEGIN" -> blocks++;
        case "CASE" -> blocks += blocks > 0 ? 1 : 0;
        case "END" -> blocks -= blocks > 0 ? 1 : 0;
        default -> {}
      }
    }
  }

  /** Only the body of a routine can hold semicolons without quotes around them. */
  private boolean makesRoutine() {
    return words.getFirst().equals("CREATE")
        && (words.contains("FUNCTION") || words.contains("PROCEDURE"));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void skipQuoted(char quote, boolean backslashes) {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (backslashes && c == '\\') {
        at++;
      } else if (c == quote) {
        return;
      }
    }
    at = text.length();
  }

  private void skipDollarQuoted() {
    int end = at + 1;
    while (end < text.length() && isTagPart(text.charAt(end))) {
      end++;
    }
    boolean opens = end < text.length() && text.charAt(end) == '$';
    if (!opens || (end > at + 1 && Character.isDigit(text.charAt(at + 1)))) {
      at++;
      return;
    }
    String tag = text.substring(at, end + 1);
    int close = text.indexOf(tag, end + 1);
    at = close < 0 ? text.length() : close + tag.length();
  }

  private static boolean isTagPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void skipBlockComment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return;
        }
      } else {
        at++;
      }
    }
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private int lineOf(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
