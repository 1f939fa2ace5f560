package dev.releaseledger.cli.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a script into its statements; semicolons in quotes, bodies and comments do not count. */
final class SqlStatements {
  private static final Pattern PIECE =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\$\\w*\\$).*?\\1|;",
          Pattern.DOTALL);

  private SqlStatements() {}

  static List<String> of(String script) {
    List<String> statements = new ArrayList<>();
    Matcher piece = PIECE.matcher(script);
    int start = 0;
    while (piece.find()) {
      if (piece.group().equals(";")) {
        statements.add(script.substring(start, piece.end()).strip());
        start = piece.end();
      }
    }
    if (!script.substring(start).isBlank()) {
      statements.add(script.substring(start).strip());
    }
    return statements;
  }
}
