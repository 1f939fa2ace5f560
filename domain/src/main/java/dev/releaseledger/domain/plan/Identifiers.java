package dev.releaseledger.domain.plan;

/** Takes names apart that are qualified and quoted as SQL needs them. */
final class Identifiers {

  private Identifiers() {}

  /** The last part of a qualified name, quoted where it was. */
  static String last(String qualified) {
    return qualified.substring(lastStart(qualified));
  }

  /** What stands before the last part of a qualified name. */
  static String qualifier(String qualified) {
    return qualified.substring(0, lastStart(qualified) - 1);
  }

  /** The name of a neighbour of a relation in the same schema. */
  static String beside(String relation, String name) {
    return relation.substring(0, lastStart(relation)) + name;
  }

  /**
   * The same name with something appended to its last part, which is cut to stay within a length.
   */
  static String suffixed(String qualified, String suffix, int longest) {
    int start = lastStart(qualified);
    String last = qualified.substring(start);
    boolean quoted = last.startsWith("\"");
    String bare = quoted ? last.substring(1, last.length() - 1) : last;
    String kept = bare.substring(0, Math.min(bare.length(), longest - suffix.length()));
    // A doubled quote must not be cut in half.
    String whole = quoted && odd(kept) ? kept.substring(0, kept.length() - 1) : kept;
    String quote = quoted ? "\"" : "";
    return qualified.substring(0, start) + quote + whole + suffix + quote;
  }

  private static boolean odd(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private static int lastStart(String qualified) {
    boolean inQuotes = false;
    int start = 0;
    for (int i = 0; i < qualified.length(); i++) {
      char c = qualified.charAt(i);
      if (c == '"') {
        inQuotes = !inQuotes;
      } else if (c == '.' && !inQuotes) {
        start = i + 1;
      }
    }
    return start;
  }
}
