package dev.releaseledger.domain.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A schema as a value.
 *
 * <p>Two schemas are equal when their objects are. What depends on what, the order of columns and
 * who may use what are carried along for planning and for display, and are no part of equality.
 */
public record Schema(
    SortedMap<ObjectId, SchemaObject> objects,
    SortedSet<Dependency> dependencies,
    SortedMap<String, List<String>> columnOrder,
    List<UnreadObject> unread,
    Access access) {

  public Schema {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
    columnOrder = Collections.unmodifiableSortedMap(new TreeMap<>(columnOrder));
    unread = unread.stream().sorted().toList();
  }

  /** A schema of whose privileges nothing is known. */
  public Schema(
      SortedMap<ObjectId, SchemaObject> objects,
      SortedSet<Dependency> dependencies,
      SortedMap<String, List<String>> columnOrder,
      List<UnreadObject> unread) {
    this(objects, dependencies, columnOrder, unread, Access.UNKNOWN);
  }

  /** What a new database contains: the schema {@code public}, and nothing in it. */
  public static Schema empty() {
    return of(List.of(new Namespace("public", null)), List.of());
  }

  /** A schema of these objects, whose columns are in the order given. */
  public static Schema of(
      Collection<? extends SchemaObject> objects, Collection<Dependency> dependencies) {
    SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
    SortedMap<String, List<String>> order = new TreeMap<>();
    for (SchemaObject object : objects) {
      if (byId.put(object.id(), object) != null) {
        throw new IllegalArgumentException("twice in one schema: " + object.id().label());
      }
      if (object instanceof Column column) {
        order.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column.name());
      }
    }
    return new Schema(byId, new TreeSet<>(dependencies), order, List.of());
  }

  /** Whether there is nothing beyond what a new database contains. */
  public boolean isEmpty() {
    return objects.equals(empty().objects) && unread.isEmpty();
  }

  /** The same schema, where an index that a broken build has left is as if it had succeeded. */
  public Schema withIndexesBuilt() {
    SortedMap<ObjectId, SchemaObject> built = new TreeMap<>(objects);
    built.replaceAll((id, object) ->
        object instanceof Index index && !index.partitioned() ? index.rebuilt() : object);
    return new Schema(built, dependencies, columnOrder, unread, access);
  }

  /** The object of this name, or null. */
  public @Nullable SchemaObject find(ObjectId id) {
    return objects.get(id);
  }

  /** The columns of a table in the order the database has them. */
  public List<Column> columnsOf(String table) {
    return columnOrder.getOrDefault(table, List.of()).stream()
        .map(name -> objects.get(new ObjectId(ObjectKind.COLUMN, table + "." + name)))
        .map(Column.class::cast)
        .toList();
  }

  /** The digest that names this schema: equal exactly when two schemas are the same. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(Map.of("objects", objects, "unread", unread));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schema schema
        && objects.equals(schema.objects)
        && unread.equals(schema.unread);
  }

  @Override
  public int hashCode() {
    return Objects.hash(objects, unread);
  }
}
