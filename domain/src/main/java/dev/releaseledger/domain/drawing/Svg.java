package dev.releaseledger.domain.drawing;

import java.util.List;

/** Writes a picture as an SVG that stands by itself: no script, no font from elsewhere. */
public final class Svg {

  /** Told apart by most people, and on paper. */
  private static final List<String> COLOURS =
      List.of(
          "#1f6f8b", "#a3562a", "#4d7c3a", "#7b4b94", "#a63a50", "#6b6b2f", "#2f6f6b", "#555577");

  private static final String STYLE =
      """
      text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;\
      fill:#1c2530;white-space:pre}
      .title{font-weight:bold;fill:#ffffff}
      .note{fill:#d8e0e8}
      .type{fill:#5b6875}
      .mark{fill:#8a5a00;font-size:10px;font-weight:bold}
      .key{font-weight:bold}
      .legend{fill:#5b6875;font-size:11px}
      .box{fill:#ffffff;stroke:#3b4a59}
      .head{fill:#3b4a59}
      .rule{stroke:#e3e8ed}
      .line{fill:none;stroke-width:1.3}
      .optional{stroke-dasharray:5 3}
      """;

  private static final int MARKS = 34;
  private static final int LEGEND = 28;

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  /** The picture as text. */
  public static String of(Diagram diagram) {
    return new Svg().write(Layout.of(diagram));
  }

  private String write(Layout layout) {
    int width = Math.max(layout.width(), 620);
    int height = layout.height() + LEGEND;
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
        <style>
        %3$s</style>
        <rect width="%1$d" height="%2$d" fill="#f7f9fb"/>
        """
            .formatted(width, height, STYLE));
    layout.wiring().lines().forEach(this::line);
    layout.boxes().forEach(this::box);
    layout.wiring().ends().forEach(this::end);
    out.append(
        """
        <text class="legend" x="24" y="%d">%s</text>
        </svg>
        """
            .formatted(
                height - 14,
                escaped(
                    "bold: NOT NULL; dashed line: may refer to none; bar: one; crow's foot:"
                        + " many")));
    return out.toString();
  }

  private void line(Wiring.Line line) {
    out.append(
        """
        <path class="line%s" stroke="%s" d="M%d %dL%d %d"><title>%s</title></path>
        """
            .formatted(
                line.optional() ? " optional" : "",
                colour(line.net()),
                line.x1(),
                line.y1(),
                line.x2(),
                line.y2(),
                escaped(line.title())));
  }

  private void end(Wiring.End end) {
    int x = end.x();
    int y = end.y();
    int away = x + end.away() * 9;
    String path =
        switch (end.mark()) {
          case ONE -> "M%1$d %2$dV%3$d".formatted(x + end.away() * 6, y - 5, y + 5);
          case MANY -> "M%1$d %2$dL%3$d %4$dL%1$d %5$d".formatted(x, y - 5, away, y, y + 5);
        };
    out.append(
        "<path class=\"line\" stroke=\"%s\" d=\"%s\"/>\n".formatted(colour(end.net()), path));
  }

  private void box(Box box) {
    Entity entity = box.entity();
    out.append(
        """
        <g transform="translate(%1$d %2$d)"><title>%8$s</title>
        <rect class="box" width="%3$d" height="%4$d" rx="3"/>
        <path class="head" d="M0 3a3 3 0 0 1 3-3H%5$da3 3 0 0 1 3 3V%6$dH0z"/>
        <text class="title" x="10" y="13">%7$s</text>
        """
            .formatted(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                box.width() - 3,
                Box.LINE,
                escaped(Box.shown(entity.title())),
                escaped(entity.table())));
    if (entity.partitions() > 0) {
      out.append(
          "<text class=\"note\" text-anchor=\"end\" x=\"%d\" y=\"13\">%d partition%s</text>\n"
              .formatted(
                  box.width() - 10, entity.partitions(), entity.partitions() == 1 ? "" : "s"));
    }
    for (int i = 0; i < entity.fields().size(); i++) {
      field(entity.fields().get(i), Box.LINE * (i + 1), box.width());
    }
    out.append("</g>\n");
  }

  private void field(Entity.Field field, int y, int width) {
    out.append("<path class=\"rule\" d=\"M1 %dH%d\"/>\n".formatted(y, width - 1));
    out.append(
        """
        <text class="mark" x="6" y="%1$d">%2$s</text>\
        <text%3$s x="%4$d" y="%1$d">%5$s</text>\
        <text class="type" text-anchor="end" x="%6$d" y="%1$d">%7$s</text>
        """
            .formatted(
                y + 13,
                marks(field),
                field.required() ? " class=\"key\"" : "",
                MARKS + 10,
                escaped(Box.shown(field.name())),
                width - 10,
                escaped(Box.shown(field.type()))));
  }

  private static String marks(Entity.Field field) {
    return String.join(" ", field.marks().subList(0, Math.min(2, field.marks().size())));
  }

  private static String colour(int net) {
    return COLOURS.get(net % COLOURS.size());
  }

  /**
   * Text in XML: what means something there is written another way, what may not be there is not.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> {
              boolean allowed =
                  c == '\t'
                      || c == '\n'
                      || (c >= ' ' && c < 0xD800)
                      || (c > 0xDFFF && c < 0xFFFE)
                      || c > 0xFFFF;
              escaped.appendCodePoint(allowed ? c : 0xFFFD);
            }
          }
        });
    return escaped.toString();
  }
}
