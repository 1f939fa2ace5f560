package dev.releaseledger.domain.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of Markdown as it grows. */
final class MarkdownPage {

  private final StringBuilder out = new StringBuilder();

  /** A point in time to the second, in UTC. */
  static String time(@Nullable Instant at) {
    return at == null
        ? ""
        : at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  /** A duration as people say it. */
  static String millis(long millis) {
    if (millis < 1_000) {
      return millis + " ms";
    }
    return millis < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
        : "%d min %d s".formatted(millis / 60_000, millis / 1_000 % 60);
  }

  /** A number with its noun. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** Writes a heading with a free line around it. */
  MarkdownPage heading(int level, String text) {
    return gap().put("#".repeat(level) + " " + text).gap();
  }

  /** Writes a paragraph. */
  MarkdownPage paragraph(String markdown) {
    return gap().put(markdown).gap();
  }

  /** Writes a list; nothing where there are no items. */
  MarkdownPage bullets(List<String> items) {
    items.forEach(item -> put("- " + item));
    return items.isEmpty() ? this : gap();
  }

  /** Writes a table; nothing where there are no rows. */
  MarkdownPage table(List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    gap().put(row(head)).put("|---".repeat(head.size()) + "|");
    rows.forEach(row -> put(row(row)));
    return gap();
  }

  /** Writes statements in a block that is folded away, and that nothing in them can end. */
  MarkdownPage folded(String title, String language, List<String> blocks) {
    if (blocks.isEmpty()) {
      return this;
    }
    int ticks = blocks.stream().mapToInt(MarkdownText::longestTicks).max().orElse(0);
    String fence = "`".repeat(Math.max(3, ticks + 1));
    gap().put("<details><summary>" + title + "</summary>").gap().put(fence + language);
    blocks.forEach(block -> put(block.strip()));
    return put(fence).gap().put("</details>").gap();
  }

  /** Leaves a line free, unless one is already. */
  private MarkdownPage gap() {
    if (!out.isEmpty() && out.lastIndexOf("\n\n") != out.length() - 2) {
      out.append('\n');
    }
    return this;
  }

  private MarkdownPage put(String line) {
    out.append(line).append('\n');
    return this;
  }

  /** The whole page. */
  String text() {
    return out.toString().strip() + "\n";
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
