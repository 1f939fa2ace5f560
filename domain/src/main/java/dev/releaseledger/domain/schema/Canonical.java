package dev.releaseledger.domain.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON, so that equal values have equal bytes (the form of RFC 8785).
 *
 * <p>Records become objects of their components, without those that are null or empty optionals; a
 * record of a sealed family also says which member it is in {@code kind}; a record with the single
 * component {@code value} is written as that value. Sets are written in their iteration order, so
 * give sorted ones.
 */
public final class Canonical {

  /** Beyond this, a JSON number does not survive every reader. */
  private static final long EXACT = 9_007_199_254_740_991L;

  private Canonical() {}

  /** The canonical JSON of a record, map, collection, string, whole number, boolean or enum. */
  public static String json(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** The member name that a record of a sealed family carries as {@code kind}. */
  public static String kind(Class<?> member) {
    return member
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case String text -> quote(text, out);
      case Boolean flag -> out.append(flag.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(exact(number));
      case Enum<?> constant -> quote(constant.name().toLowerCase(Locale.ROOT), out);
      case Optional<?> optional -> write(optional.orElse(null), out);
      case Map<?, ?> map -> writeMembers(membersOf(map), out);
      case Collection<?> items -> writeItems(items, out);
      case Record entry -> writeRecord(entry, out);
      default -> throw new IllegalArgumentException("no canonical form: " + value.getClass());
    }
  }

  private static long exact(long number) {
    if (Math.abs(number) > EXACT) {
      throw new IllegalArgumentException("not exact in JSON, write it as text: " + number);
    }
    return number;
  }

  private static Map<String, Object> membersOf(Map<?, ?> map) {
    Map<String, Object> members = new TreeMap<>();
    map.forEach((key, value) -> members.put(String.valueOf(key), value));
    return members;
  }

  private static void writeRecord(Record entry, StringBuilder out) {
    RecordComponent[] components = entry.getClass().getRecordComponents();
    if (components.length == 1 && components[0].getName().equals("value")) {
      write(read(entry, components[0]), out);
      return;
    }
    Map<String, Object> members = new TreeMap<>();
    for (RecordComponent component : components) {
      Object value = read(entry, component);
      if (value != null && !value.equals(Optional.empty())) {
        members.put(component.getName(), value);
      }
    }
    if (Arrays.stream(entry.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
      members.put("kind", kind(entry.getClass()));
    }
    writeMembers(members, out);
  }

  private static @Nullable Object read(Record entry, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(entry);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("unreadable component " + component, e);
    }
  }

  private static void writeMembers(Map<String, Object> members, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : members.entrySet()) {
      out.append(separator);
      quote(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeItems(Collection<?> items, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
