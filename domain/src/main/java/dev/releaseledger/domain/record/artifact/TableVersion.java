package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a table and its parts changed from one release to the next.
 *
 * @param changes what changed; never nothing
 */
record TableVersion(Schema after, String table, List<Change> changes) {

  /** The changes of a table, or null where it is as it was. */
  static @Nullable TableVersion between(Schema before, Schema after, String table) {
    ObjectId id = new ObjectId(ObjectKind.TABLE, table);
    List<Change> changes = Diff.between(only(before, id), only(after, id)).changes();
    return changes.isEmpty() ? null : new TableVersion(after, table, changes);
  }

  /** A table and its parts by themselves. */
  private static Schema only(Schema schema, ObjectId table) {
    List<SchemaObject> parts =
        schema.objects().values().stream()
            .filter(object -> object.id().equals(table) || table.equals(object.parent()))
            .toList();
    return Schema.of(parts, List.of());
  }

  SortedMap<String, Object> fields() {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("schema", columns().stream().map(it -> List.of(name(it), it.type())).toList());
    fields.put("diff", diff());
    fields.put("columns", columns().stream().map(TableVersion::column).toList());
    return fields;
  }

  private List<Column> columns() {
    return after.columnsOf(table);
  }

  private SortedMap<String, Object> diff() {
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> unchanged = new ArrayList<>(columns().stream().map(TableVersion::name).toList());
    List<Object> changed = new ArrayList<>();
    List<Object> objects = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Added(Column column) -> added.add(name(column));
        case Change.Removed(Column column) -> removed.add(name(column));
        case Change.Altered(Column before, Column now) -> changed.add(altered(before, now));
        case Change.Added(SchemaObject object) -> objects.add(object("added", object));
        case Change.Removed(SchemaObject object) -> objects.add(object("removed", object));
        case Change.Altered(SchemaObject before, SchemaObject now) -> {
          SortedMap<String, Object> fields = object("changed", now);
          fields.put("before", Canonical.json(before));
          fields.put("after", Canonical.json(now));
          objects.add(fields);
        }
      }
      if (!(change instanceof Change.Removed) && change.id().kind() == ObjectKind.COLUMN) {
        unchanged.remove(plain(change.id()));
      }
    }
    SortedMap<String, Object> diff = new TreeMap<>();
    diff.put("added", added.stream().sorted().toList());
    diff.put("removed", removed.stream().sorted().toList());
    diff.put("unchanged", unchanged.stream().sorted().toList());
    diff.put("changed", changed);
    diff.put("objects", objects);
    return diff;
  }

  private static SortedMap<String, Object> altered(Column before, Column now) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("column", name(now));
    fields.put("before", column(before));
    fields.put("after", column(now));
    return fields;
  }

  private static SortedMap<String, Object> column(Column column) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("name", name(column));
    fields.put("dtype", column.type());
    fields.put("nullable", !column.notNull());
    put(fields, "default", column.defaultValue());
    put(fields, "identity", json(column.identity()));
    put(fields, "generated", json(column.generated()));
    put(fields, "collation", column.collation());
    put(fields, "storage", json(column.storage()));
    put(fields, "not_null", json(column.notNullConstraint()));
    put(fields, "comment", column.comment());
    return fields;
  }

  private static SortedMap<String, Object> object(String how, SchemaObject object) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("change", how);
    fields.put("object", object.id().label());
    return fields;
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : Canonical.json(value);
  }

  private static void put(SortedMap<String, Object> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static String plain(ObjectId column) {
    return QualifiedName.plain(QualifiedName.of(column).last());
  }

  private static String name(Column column) {
    return QualifiedName.plain(column.name());
  }
}
