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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
    RecordComponent[] components = type.getRecordComponents();
    boolean wrapped = components.length == 1 && components[0].getName().equals("value");
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      JsonNode value = wrapped ? node : node.get(components[i].getName());
      // What a later release notices is no part of what an earlier one wrote.
      values[i] =
          value == null && components[i].getType() == List.class
              ? List.of()
              : read(value, components[i].getGenericType());
      if (values[i] == null && components[i].getType().isPrimitive()) {
        throw new IllegalArgumentException(
            "a " + type.getSimpleName() + " without " + components[i].getName());
      }
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("not a valid " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  private static Class<?> member(Class<?> family, String kind) {
    return Stream.of(family.getPermittedSubclasses())
        .filter(member -> Canonical.kind(member).equals(kind))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no " + family.getSimpleName() + " of kind '" + kind + "'"));
  }

  private static Object constant(Class<?> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(it -> ((Enum<?>) it).name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no " + type.getSimpleName() + " '" + name + "'"));
  }
}
