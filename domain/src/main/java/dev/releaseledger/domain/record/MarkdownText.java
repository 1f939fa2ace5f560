package dev.releaseledger.domain.record;

import java.util.regex.Pattern;

/** Text as Markdown: nothing that people wrote becomes markup, a link or a mention. */
public final class MarkdownText {

  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]|~#!$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");
  private static final Pattern LIST = Pattern.compile("^(?:(\\d+)([.)])(?=\\s|$)|([-+=]))");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9.-]+(?::\\d+)?(?:/[A-Za-z0-9._~/?#=&%+,;:-]*)?");
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

  private MarkdownText() {}

  /** Text for a sentence or a cell, in one line. */
  public static String text(String text) {
    String plain =
        SPECIAL
            .matcher(oneLine(text).replace("&", "&amp;"))
            .replaceAll("\\\\$0")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            // An empty comment keeps a name from being taken for somebody's account, and an
            // address from becoming a link.
            .replace("@", "@<!-- -->")
            .replace("://", ":<!-- -->//")
            .replace("www.", "www<!-- -->.");
    return LIST.matcher(plain).replaceFirst(it -> it.group(3) == null ? "$1\\\\$2" : "\\\\$3");
  }

  /** A reference: an address and nothing else is a link, and anything else is text. */
  public static String reference(String text) {
    return ADDRESS.matcher(text).matches() ? "<" + text + ">" : text(text);
  }

  /** A name, a digest or a statement as code, also within a table. */
  public static String code(String text) {
    String line = oneLine(text).replace("|", "\\|");
    if (line.isBlank()) {
      return "";
    }
    String fence = "`".repeat(1 + longestTicks(line));
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** The most backticks in a row. */
  static int longestTicks(String text) {
    return TICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
  }

  private static String oneLine(String text) {
    return INVISIBLE.matcher(text.strip().replaceAll("\\s*\\R\\s*", " ")).replaceAll(" ").strip();
  }
}
