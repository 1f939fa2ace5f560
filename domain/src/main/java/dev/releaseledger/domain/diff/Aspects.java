package dev.releaseledger.domain.diff;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.SchemaObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes an object apart into named aspects, so that a change can be told by what changed. */
final class Aspects {

  private Aspects() {}

  /** The aspects of an object by their names for people; what is absent is left out. */
  static Map<String, String> of(SchemaObject object) {
    Map<String, String> aspects = new TreeMap<>();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
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
