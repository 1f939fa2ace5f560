package dev.releaseledger.app.evidence.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report as one HTML file that loads nothing and runs nothing. */
public final class HtmlReport {

  private static final String STYLE = "report.css";

  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  /** The whole file. */
  public static String of(Page page) {
    HtmlReport report = new HtmlReport();
    report.head(page);
    report.put("<body>");
    report.put("<a class=\"skip\" href=\"#content\">Skip to the content</a>");
    report.put("<header>");
    report.put("<h1>" + escaped(page.title()) + "</h1>");
    page.lead().forEach(report::block);
    report.put("</header>");
    report.contents(page.sections());
    report.put("<main id=\"content\">");
    for (int i = 0; i < page.sections().size(); i++) {
      report.section(i + 1, page.sections().get(i));
    }
    report.put("</main>");
    report.put("<footer><p>" + escaped(page.running()) + "</p></footer>");
    report.put("</body>");
    report.put("</html>");
    return report.out.toString();
  }

  /** Text in which nothing is markup, within an element and within an attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Text within a string of a style sheet: nothing but plain letters stands for itself. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(character -> {
          boolean plain =
              character < 128
                  && (Character.isLetterOrDigit(character) || " .,/_-".indexOf(character) >= 0);
          if (plain) {
            out.appendCodePoint(character);
          } else {
            out.append(String.format("\\%06x", character));
          }
        });
    return out.toString();
  }

  private void head(Page page) {
    put("<!DOCTYPE html>");
    put("<html lang=\"en\">");
    put("<head>");
    put("<meta charset=\"utf-8\">");
    put(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    put("<meta name=\"color-scheme\" content=\"light dark\">");
    put("<meta name=\"referrer\" content=\"no-referrer\">");
    put("<title>" + escaped(page.title()) + "</title>");
    put("<style>");
    put(style());
    put("@page { @bottom-left { content: \"" + quoted(page.running()) + "\"; } }");
    put("</style>");
    put("</head>");
  }

  private void contents(List<Section> sections) {
    put("<nav aria-label=\"Contents\">");
    put("<ol>");
    for (Section section : sections) {
      put("<li><a href=\"#" + section.id() + "\">" + escaped(section.title()) + "</a></li>");
    }
    put("</ol>");
    put("</nav>");
  }

  private void section(int number, Section section) {
    put("<section id=\"%s\" aria-labelledby=\"%s-title\">".formatted(section.id(), section.id()));
    put(
        "<h2 id=\"%s-title\">%d. %s</h2>"
            .formatted(section.id(), number, escaped(section.title())));
    section.blocks().forEach(this::block);
    put("</section>");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Subheading(String title) -> put("<h3>" + escaped(title) + "</h3>");
      case Block.Paragraph(Text text) -> put("<p>" + line(text) + "</p>");
      case Block.Notice(Text text) -> put("<p class=\"notice\">" + line(text) + "</p>");
      case Block.Bullets(List<Text> items) -> {
        put("<ul>");
        items.forEach(item -> put("<li>" + line(item) + "</li>"));
        put("</ul>");
      }
      case Block.Facts(List<Block.Fact> facts) -> {
        put("<dl>");
        for (Block.Fact fact : facts) {
          put(
              "<div><dt>%s</dt><dd>%s</dd></div>"
                  .formatted(escaped(fact.name()), line(fact.value())));
        }
        put("</dl>");
      }
      case Block.Listing(String language, String code) ->
          put(
              "<pre tabindex=\"0\" class=\"%s\"><code>%s</code></pre>"
                  .formatted(escaped(language), escaped(code)));
      case Block.Table table -> table(table);
    }
  }

  private void table(Block.Table table) {
    // A table that is too wide is scrolled by itself, also with the keyboard.
    put(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">"
            .formatted(escaped(table.caption())));
    put("<table>");
    put("<caption>" + escaped(table.caption()) + "</caption>");
    int all = table.columns().stream().mapToInt(Block.Column::weight).sum();
    put("<colgroup>");
    for (Block.Column column : table.columns()) {
      put("<col style=\"width:%d%%\">".formatted(column.weight() * 100 / all));
    }
    put("</colgroup>");
    put("<thead><tr>");
    table
        .columns()
        .forEach(column -> put("<th scope=\"col\">" + escaped(column.title()) + "</th>"));
    put("</tr></thead>");
    put("<tbody>");
    for (List<Text> row : table.rows()) {
      put("<tr>");
      row.forEach(cell -> put("<td>" + line(cell) + "</td>"));
      put("</tr>");
    }
    put("</tbody>");
    put("</table>");
    put("</div>");
  }

  private static String line(Text text) {
    StringBuilder line = new StringBuilder();
    for (Span span : text.spans()) {
      line.append(
          switch (span) {
            case Span.Words(String words) -> escaped(words);
            case Span.Strong(String words) -> "<strong>" + escaped(words) + "</strong>";
            case Span.Code(String code) -> "<code>" + escaped(code) + "</code>";
            case Span.Absent(String words) -> "<em class=\"absent\">" + escaped(words) + "</em>";
            case Span.NextLine() -> "<br>";
          });
    }
    return line.toString();
  }

  private static String style() {
    try (InputStream style = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IllegalStateException("no " + STYLE);
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String line) {
    out.append(line).append('\n');
  }
}
