package dev.releaseledger.domain.diff;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes an object apart into named aspects, so that a change can be told by what changed. */
public final class Aspects {

  /** What names an object and says what it is a part of is no aspect of it. */
  private static final Set<String> IDENTITY =
      Set.of("name", "table", "relation", "id", "parent", "on", "grantee");

  /** What reflection says of a class is asked for once. */
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents());
        }
      };

  private Aspects() {}

  /** In what two objects differ beside their names; either may be absent. */
  public static List<AspectChange> between(
      @Nullable SchemaObject before, @Nullable SchemaObject after) {
    Map<String, Object> from = before == null ? Map.of() : values(before);
    Map<String, Object> to = after == null ? Map.of() : values(after);
    Set<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    List<AspectChange> changes = new ArrayList<>();
    for (String name : names) {
      Object was = from.get(name);
      Object is = to.get(name);
      if (!Objects.equals(was, is)) {
        changes.add(change(words(name), was, is));
      }
    }
    return changes;
  }

  private static AspectChange change(String aspect, @Nullable Object was, @Nullable Object is) {
    String before = was == null ? null : text(was);
    String after = is == null ? null : text(is);
    // Words for people may hide what differs; that it differs must not be hidden.
    return was != null && is != null && Objects.equals(before, after)
        ? new AspectChange(aspect, Canonical.json(was), Canonical.json(is))
        : new AspectChange(aspect, before, after);
  }

  private static Map<String, Object> values(SchemaObject object) {
    Map<String, Object> values = new TreeMap<>();
    for (RecordComponent component : COMPONENTS.get(object.getClass())) {
      String name = component.getName();
      boolean identity =
          IDENTITY.contains(name) || (object instanceof Routine && name.equals("identity"));
      Object value = identity ? null : read(object, component);
      if (value != null && !value.equals(List.of()) && !value.equals(Map.of())) {
        values.put(name, value);
      }
    }
    return values;
  }

  /** The aspects of an object by their names for people; what is absent is left out. */
  static Map<String, String> of(SchemaObject object) {
    Map<String, String> aspects = new TreeMap<>();
    for (RecordComponent component : COMPONENTS.get(object.getClass())) {
      Object value = read(object, component);
      if (value != null) {
        aspects.put(words(component.getName()), text(value));
      }
    }
    return aspects;
  }

  private static @Nullable Object read(SchemaObject object, RecordComponent component) {
    try {
      return component.getAccessor().invoke(object);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("unreadable component " + component, e);
    }
  }

  private static String words(String name) {
    return switch (name) {
      case "defaultValue" -> "default";
      default -> name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean flag -> flag ? "yes" : "no";
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case List<?> items -> String.join(", ", items.stream().map(Aspects::item).toList());
      default -> Canonical.json(value);
    };
  }

  private static String attribute(Attribute it) {
    return it.name()
        + " "
        + it.type()
        + (it.collation() == null ? "" : " collate " + it.collation())
        + (it.comment() == null ? "" : " (" + it.comment() + ")");
  }

  private static String item(Object item) {
    return switch (item) {
      case String text -> text;
      case Attribute attribute -> attribute(attribute);
      default -> Canonical.json(item);
    };
  }
}
