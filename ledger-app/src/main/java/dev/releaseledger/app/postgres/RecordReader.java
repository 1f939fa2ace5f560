package dev.releaseledger.app.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.ObjectId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns canonical JSON back into records, by the same conventions it is written with. */
final class RecordReader {

  @Nullable Object read(@Nullable JsonNode node, Type type) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (type instanceof ParameterizedType parameterized) {
      return readCollection(node, parameterized);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == String.class) {
      return node.asText();
    }
    if (wanted == int.class || wanted == Integer.class) {
      return node.intValue();
    }
    if (wanted == long.class || wanted == Long.class) {
      return node.longValue();
    }
    if (wanted == boolean.class || wanted == Boolean.class) {
      return node.booleanValue();
    }
    if (wanted.isEnum()) {
      return constant(wanted, node.asText());
    }
    if (wanted.isSealed()) {
      return readRecord(node, member(wanted, node.path("kind").asText()));
    }
    if (wanted.isRecord()) {
      return readRecord(node, wanted);
    }
    throw new IllegalArgumentException("cannot read a " + wanted);
  }

  private Object readCollection(JsonNode node, ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == SortedMap.class) {
      return readMap(node, arguments[0], arguments[1]);
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(present(read(item, arguments[0])));
    }
    return raw == List.class ? items : new TreeSet<>(items);
  }

  private SortedMap<Object, Object> readMap(JsonNode node, Type key, Type value) {
    SortedMap<Object, Object> map = new TreeMap<>();
    node.properties()
        .forEach(member ->
            map.put(
                key == ObjectId.class ? ObjectId.parse(member.getKey()) : member.getKey(),
                present(read(member.getValue(), value))));
    return map;
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("null inside a collection");
    }
    return value;
  }

  private Object readRecord(JsonNode node, Class<?> type) {
    Shape shape = SHAPES.get(type);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = shape.components().get(i);
      JsonNode value = shape.wrapped() ? node : node.get(component.getName());
      // What a later release notices is no part of what an earlier one wrote.
      values[i] =
          value == null && component.getType() == List.class
              ? List.of()
              : read(value, shape.types().get(i));
      if (values[i] == null && component.getType().isPrimitive()) {
        throw new IllegalArgumentException(
            "a " + type.getSimpleName() + " without " + component.getName());
      }
    }
    try {
      return shape.constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("not a valid " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  /** What reflection says of a record. */
  private record Shape(
      List<RecordComponent> components,
      List<Type> types,
      boolean wrapped,
      Constructor<?> constructor) {
    Shape {
      components = List.copyOf(components);
      types = List.copyOf(types);
    }
  }

  /** It is asked for once. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          List<RecordComponent> components = List.of(type.getRecordComponents());
          Class<?>[] types =
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
          try {
            return new Shape(
                components,
                components.stream().map(RecordComponent::getGenericType).toList(),
                components.size() == 1 && components.getFirst().getName().equals("value"),
                type.getDeclaredConstructor(types));
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
          }
        }
      };

  /** The members of a sealed family, or the constants of an enumeration, by their words. */
  private static final ClassValue<Map<String, Object>> WORDS =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          return type.isEnum()
              ? Stream.of(type.getEnumConstants())
                  .collect(
                      Collectors.toUnmodifiableMap(
                          it -> ((Enum<?>) it).name().toLowerCase(Locale.ROOT), it -> it))
              : Stream.of(type.getPermittedSubclasses())
                  .collect(Collectors.toUnmodifiableMap(Canonical::kind, it -> it));
        }
      };

  private static Class<?> member(Class<?> family, String kind) {
    Object member = WORDS.get(family).get(kind);
    if (member == null) {
      throw new IllegalArgumentException(
          "no " + family.getSimpleName() + " of kind '" + kind + "'");
    }
    return (Class<?>) member;
  }

  private static Object constant(Class<?> type, String name) {
    Object constant = WORDS.get(type).get(name);
    if (constant == null) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + " '" + name + "'");
    }
    return constant;
  }
}
