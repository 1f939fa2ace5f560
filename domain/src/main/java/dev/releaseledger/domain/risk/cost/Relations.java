package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the parts of each table of a schema, going through the schema once for all of them. */
public final class Relations {

  private final Schema schema;
  private @Nullable Map<ObjectId, List<Index>> indexes;
  private @Nullable Map<String, List<Constraint>> constraints;
  private @Nullable Map<String, List<Constraint>> referencing;
  private @Nullable Map<String, List<Column>> typed;
  private @Nullable Map<String, List<DomainType>> domains;

  Relations(Schema schema) {
    this.schema = schema;
  }

  /** The indexes of a table that are not those of constraints. */
  public List<Index> indexes(ObjectId relation) {
    if (indexes == null) {
      indexes = grouped(Index.class, Index::relation);
    }
    return indexes.getOrDefault(relation, List.of());
  }

  /** The constraints of a table. */
  public List<Constraint> constraints(String table) {
    if (constraints == null) {
      constraints = grouped(Constraint.class, Constraint::table);
    }
    return constraints.getOrDefault(table, List.of());
  }

  /** The foreign keys that point to a table. */
  public List<Constraint> referencing(String table) {
    if (referencing == null) {
      referencing =
          grouped(
              Constraint.class,
              it ->
                  it.type() == ConstraintType.FOREIGN_KEY
                      ? Definitions.referencedTable(it.definition())
                      : "");
    }
    return referencing.getOrDefault(table, List.of());
  }

  /** The columns of a type, or of an array of it. */
  public List<Column> ofType(String type) {
    if (typed == null) {
      typed = grouped(Column.class, column -> column.type().replace("[]", ""));
    }
    return typed.getOrDefault(type, List.of());
  }

  /** The domains that are made from a type. */
  public List<DomainType> domainsOver(String type) {
    if (domains == null) {
      domains = grouped(DomainType.class, domain -> domain.type().replace("[]", ""));
    }
    return domains.getOrDefault(type, List.of());
  }

  /** The tables of the schema. */
  public List<Table> tables() {
    return schema.objects().values().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .toList();
  }

  /** Whether a table is partitioned, and so has no rows of its own. */
  public boolean isPartitioned(String name) {
    return schema.find(new ObjectId(ObjectKind.TABLE, name)) instanceof Table table
        && table.partitionKey() != null;
  }

  /** Whether a partitioned table has a partition for what fits no other one. */
  public boolean hasDefaultPartition(String parent) {
    return schema.objects().values().stream()
        .anyMatch(it ->
            it instanceof Table table && table.takesTheRest() && table.parents().contains(parent));
  }

  /** The columns of a table in their order. */
  public List<Column> columns(String table) {
    return schema.find(new ObjectId(ObjectKind.TABLE, table)) == null
        ? List.of()
        : schema.columnsOf(table);
  }

  private <K, T extends SchemaObject> Map<K, List<T>> grouped(Class<T> type, Function<T, K> key) {
    Map<K, List<T>> groups = new HashMap<>();
    for (SchemaObject object : schema.objects().values()) {
      if (type.isInstance(object)) {
        T part = type.cast(object);
        groups.computeIfAbsent(key.apply(part), group -> new ArrayList<>()).add(part);
      }
    }
    return groups;
  }
}
