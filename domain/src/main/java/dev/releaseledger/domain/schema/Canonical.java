package dev.releaseledger.domain.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
    Shape shape = SHAPES.get(entry.getClass());
    if (shape.value() != null) {
      write(read(entry, shape.value()), out);
      return;
    }
    out.append('{');
    boolean first = true;
    for (Member member : shape.members()) {
      Object value = member.accessor() == null ? member.constant() : read(entry, member.accessor());
      if (value != null && !value.equals(Optional.empty())) {
        if (!first) {
          out.append(',');
        }
        first = false;
        quote(member.name(), out);
        out.append(':');
        write(value, out);
      }
    }
    out.append('}');
  }

  /** One member of the object a record becomes: what a component holds, or always the same. */
  private record Member(String name, @Nullable Method accessor, @Nullable String constant) {}

  /** How the records of one class are written: as one value, or as members in their order. */
  private record Shape(@Nullable Method value, List<Member> members) {}

  /** What reflection says of a class is asked for once. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return shape(type);
        }
      };

  private static Shape shape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 1 && components[0].getName().equals("value")) {
      return new Shape(accessor(components[0]), List.of());
    }
    SortedMap<String, Member> members = new TreeMap<>();
    for (RecordComponent component : components) {
      String name = component.getName();
      members.put(name, new Member(name, accessor(component), null));
    }
    if (Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)) {
      members.put("kind", new Member("kind", null, kind(type)));
    }
    return new Shape(null, List.copyOf(members.values()));
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static @Nullable Object read(Record entry, Method accessor) {
    try {
      return accessor.invoke(entry);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("unreadable component " + accessor, e);
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
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
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

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }
}
