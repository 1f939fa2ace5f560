package dev.releaseledger.cli.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named values, one below the other and aligned; a value that is absent takes no line. */
final class Fields {
  private final Map<String, String> fields = new LinkedHashMap<>();

  Fields with(String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
    return this;
  }

  void write(Page page) {
    int widest = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
    String margin = "\n" + " ".repeat(widest + 2);
    fields.forEach((name, value) ->
        page.line(
            page.style().dim(name)
                + " ".repeat(widest - name.length() + 2)
                + value.strip().replace("\n", margin)));
  }
}
