package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Knows which tables of a schema are above and below which, and what corresponds to what. */
final class Lineage {

  private final Schema schema;
  private final Map<String, SortedSet<String>> children = new TreeMap<>();
  private final Map<ObjectId, List<SchemaObject>> parts = new TreeMap<>();

  Lineage(Schema schema) {
    this.schema = schema;
    for (SchemaObject object : schema.objects().values()) {
      if (object instanceof Table table) {
        table
            .parents()
            .forEach(parent ->
                children.computeIfAbsent(parent, key -> new TreeSet<>()).add(table.name()));
      }
      counterpart(object)
          .ifPresent(whole -> parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(object));
    }
  }

  /** The tables that get columns from this one. */
  SortedSet<String> children(String table) {
    return children.getOrDefault(table, new TreeSet<>());
  }

  boolean isPartition(String table) {
    return table(table) instanceof Table it && it.partition() != null;
  }

  /** The tables that a partition is a part of, from the lowest to the highest. */
  List<Table> wholes(Table partition) {
    List<Table> wholes = new ArrayList<>();
    Table it = partition;
    while (it != null && it.partition() != null) {
      it = table(it.partition().parent());
      if (it != null) {
        wholes.add(it);
      }
    }
    return wholes;
  }

  /** Whether some table inherits from this one without being a partition of it. */
  boolean hasHeirs(String table) {
    return children(table).stream().anyMatch(child -> !isPartition(child));
  }

  @Nullable Table table(String name) {
    return (Table) schema.find(new ObjectId(ObjectKind.TABLE, name));
  }

  SchemaObject find(ObjectId id) {
    return Objects.requireNonNull(schema.find(id));
  }

  /** What corresponds to this in the tables below. */
  List<SchemaObject> parts(ObjectId whole) {
    return parts.getOrDefault(whole, List.of());
  }

  /** The column and those that change with it, in all tables below. */
  List<Column> withParts(Column column) {
    List<Column> all = new ArrayList<>(List.of(column));
    parts(column.id()).forEach(part -> all.addAll(withParts((Column) part)));
    return all;
  }

  /** What this is a part of: an index, constraint or column of the partitioned table. */
  Optional<ObjectId> counterpart(SchemaObject object) {
    return switch (object) {
      case Index it when it.partOf() != null ->
          Optional.of(new ObjectId(ObjectKind.INDEX, it.partOf()));
      case Constraint it when it.partOf() != null ->
          Optional.of(new ObjectId(ObjectKind.CONSTRAINT, it.partOf()));
      case Constraint it when it.type() == ConstraintType.CHECK -> above(it.table(), it.name(), it);
      case Column it -> above(it.table(), it.name(), it);
      default -> Optional.empty();
    };
  }

  private Optional<ObjectId> above(String table, String name, SchemaObject object) {
    Table owner = table(table);
    return owner == null
        ? Optional.empty()
        : owner.parents().stream()
            .map(parent -> new ObjectId(object.id().kind(), parent + "." + name))
            .filter(id -> isInherited(schema.find(id)))
            .findFirst();
  }

  private static boolean isInherited(@Nullable SchemaObject object) {
    return object instanceof Column
        || (object instanceof Constraint it
            && it.type() == ConstraintType.CHECK
            && !it.definition().endsWith(" NO INHERIT"));
  }
}
