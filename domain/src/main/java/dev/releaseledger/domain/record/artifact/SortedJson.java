package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.schema.Canonical;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, texts, numbers and booleans as JSON with sorted keys, byte for byte as
 * Python's {@code json.dumps(..., sort_keys=True, ensure_ascii=False)} does.
 */
public final class SortedJson {

  private final StringBuilder out = new StringBuilder();
  private final boolean indented;

  private SortedJson(boolean indented) {
    this.indented = indented;
  }

  /** In one line, as it is hashed. */
  public static String line(Object value) {
    return new SortedJson(false).write(value);
  }

  /** In many lines, two columns further in for each level, as it is kept. */
  public static String file(Object value) {
    return new SortedJson(true).write(value) + "\n";
  }

  private String write(Object value) {
    value(value, 0);
    return out.toString();
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case String text -> out.append(Canonical.json(text));
      case Boolean flag -> out.append(flag.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      // The same digits as Python's, for whatever needs no exponent.
      case Double number when Math.abs(number) < 1e7 -> out.append(number.doubleValue());
      case Map<?, ?> map -> members(map, depth);
      case Collection<?> items -> items(List.copyOf(items), depth);
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void members(Map<?, ?> map, int depth) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    if (sorted.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      line(depth + 1);
      out.append(Canonical.json(member.getKey()));
      out.append(": ");
      value(member.getValue(), depth + 1);
      separator = separator();
    }
    line(depth);
    out.append('}');
  }

  private void items(List<?> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      line(depth + 1);
      value(item, depth + 1);
      separator = separator();
    }
    line(depth);
    out.append(']');
  }

  private String separator() {
    return indented ? "," : ", ";
  }

  private void line(int depth) {
    if (indented) {
      out.append('\n').append("  ".repeat(depth));
    }
  }
}
