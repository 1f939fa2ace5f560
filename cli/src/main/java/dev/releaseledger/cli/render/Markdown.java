package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text as Markdown of the kind that code hosts show: nothing in a name becomes markup or a mention.
 *
 * @param documentation where the project's documentation is published, or null
 */
record Markdown(@Nullable String documentation) {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~#]");
  private static final Pattern TICKS = Pattern.compile("`+");

  /** Returns text for a sentence or a cell. */
  static String text(String text) {
    return SPECIAL
        .matcher(oneLine(text))
        .replaceAll("\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        // An empty comment keeps a name from being taken for somebody's account.
        .replace("@", "@<!-- -->");
  }

  /** Returns text of several lines for a cell. */
  static String lines(String text) {
    return text.strip().lines().map(Markdown::text).collect(joining("<br>"));
  }

  /** Returns a name as code, also within a table. */
  static String code(String text) {
    if (text.isBlank()) {
      return "";
    }
    String line = oneLine(text).replace("|", "\\|");
    String fence = "`".repeat(1 + longestTicks(line));
    String pad = fence.length() > 1 || line.startsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** Returns a fence for blocks of code that nothing in these texts can end. */
  static String fence(List<String> texts) {
    int ticks = texts.stream().mapToInt(Markdown::longestTicks).max().orElse(0);
    return "`".repeat(Math.max(3, ticks + 1));
  }

  /** Returns one row of a table. */
  static String row(String... cells) {
    return Stream.of(cells).collect(joining(" | ", "| ", " |\n"));
  }

  /** Returns the head of a table, and the free line it needs before it. */
  static String head(String... cells) {
    return "\n" + row(cells) + "|---".repeat(cells.length) + "|\n";
  }

  /** Returns a rule's name, as a link where the documentation is published. */
  String rule(String slug) {
    return documentation == null
        ? code(slug)
        : "[" + slug + "](" + documentation + "/rules/" + slug + ".md)";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static int longestTicks(String text) {
    return TICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
  }
}
