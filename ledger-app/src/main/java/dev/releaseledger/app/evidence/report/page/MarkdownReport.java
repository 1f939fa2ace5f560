package dev.releaseledger.app.evidence.report.page;

import dev.releaseledger.domain.record.MarkdownText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as Markdown. */
public final class MarkdownReport {

  private static final Pattern TICKS = Pattern.compile("`+");

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /** The whole text. */
  public static String of(Page page) {
    MarkdownReport report = new MarkdownReport();
    report.put("# " + MarkdownText.text(page.title()));
    page.lead().forEach(report::block);
    int number = 0;
    for (Section section : page.sections()) {
      number++;
      report.put("## " + number + ". " + MarkdownText.text(section.title()));
      section.blocks().forEach(report::block);
    }
    return report.out.toString();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Subheading(String title) -> put("### " + MarkdownText.text(title));
      case Block.Paragraph(Text text) -> put(line(text));
      case Block.Notice(Text text) -> put("> " + line(text));
      case Block.Bullets(List<Text> items) ->
          put(items.stream().map(item -> "- " + line(item)).collect(Collectors.joining("\n")));
      case Block.Facts(List<Block.Fact> facts) ->
          table(
              List.of("", ""),
              facts.stream()
                  .map(fact -> List.of(strong(fact.name()), line(fact.value())))
                  .toList());
      case Block.Table table -> {
        put(strong(table.caption()));
        table(
            table.columns().stream().map(Block.Column::title).toList(),
            table.rows().stream()
                .map(row -> row.stream().map(MarkdownReport::line).toList())
                .toList());
      }
      case Block.Listing(String language, String code) -> {
        String fence = "`".repeat(Math.max(3, 1 + longestTicks(code)));
        put(fence + language + "\n" + code + "\n" + fence);
      }
    }
  }

  private void table(List<String> head, List<List<String>> rows) {
    put(
        row(head)
            + "\n"
            + "|---".repeat(head.size())
            + "|\n"
            + rows.stream().map(MarkdownReport::row).collect(Collectors.joining("\n")));
  }

  private void put(String text) {
    out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String line(Text text) {
    return text.spans().stream().map(MarkdownReport::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    return switch (span) {
      case Span.Words(String words) -> words(words);
      case Span.Strong(String words) -> strong(words);
      case Span.Code(String code) -> MarkdownText.code(code);
      case Span.Absent(String words) -> "*" + words + "*";
      case Span.NextLine() -> "<br>";
    };
  }

  private static String strong(String words) {
    return words.isBlank() ? "" : "**" + MarkdownText.text(words) + "**";
  }

  private static String words(String words) {
    return (words.startsWith(" ") ? " " : "")
        + MarkdownText.text(words)
        + (words.endsWith(" ") && !words.isBlank() ? " " : "");
  }

  private static int longestTicks(String text) {
    return TICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
  }
}
