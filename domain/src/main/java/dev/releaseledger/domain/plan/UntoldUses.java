package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds what uses what although the catalog does not tell; it matters for the order only. */
final class UntoldUses {

  private final Parts parts;

  UntoldUses(Parts parts) {
    this.parts = parts;
  }

  List<Dependency> all() {
    List<Dependency> uses = new ArrayList<>();
    for (ObjectId id : parts.all().keySet()) {
      if (id.kind() == ObjectKind.CAST) {
        throughFunction(id, uses);
      } else if (id.kind() == ObjectKind.ROUTINE || id.kind() == ObjectKind.AGGREGATE) {
        rowsOfTables(id, uses);
      } else if (id.kind() == ObjectKind.CONSTRAINT && Ddl.isForeignKey(parts.object(id))) {
        partitions(id).forEach(partition -> uses.add(new Dependency(id, partition)));
      }
    }
    return uses;
  }

  /** What applies a cast is tied to the cast's function. */
  private void throughFunction(ObjectId cast, List<Dependency> uses) {
    for (ObjectId function : parts.needs(cast)) {
      if (function.kind() == ObjectKind.ROUTINE) {
        parts.neededBy(function).stream()
            .filter(user -> !user.equals(cast))
            .forEach(user -> uses.add(new Dependency(user, cast)));
      }
    }
  }

  /** The rows of a table have the columns it has at the time: what returns or takes them, too. */
  private void rowsOfTables(ObjectId routine, List<Dependency> uses) {
    for (ObjectId need : parts.needs(routine)) {
      if (need.kind() == ObjectKind.TABLE) {
        List<ObjectId> columns =
            parts.neededBy(need).stream()
                .filter(id -> id.kind() == ObjectKind.COLUMN && !parts.needs(id).contains(routine))
                .toList();
        columns.forEach(column -> uses.add(new Dependency(routine, column)));
        parts.neededBy(routine).stream()
            .filter(user ->
                user.kind() == ObjectKind.VIEW || user.kind() == ObjectKind.MATERIALIZED_VIEW)
            .forEach(user -> columns.forEach(column -> uses.add(new Dependency(user, column))));
      }
    }
  }

  /** A foreign key to a partitioned table guards each of its partitions by a key of its own. */
  Set<ObjectId> partitions(ObjectId foreignKey) {
    Set<ObjectId> partitions = new TreeSet<>();
    Deque<String> tables = new ArrayDeque<>(referenced(foreignKey));
    while (!tables.isEmpty()) {
      for (String child : parts.lineage().children(tables.remove())) {
        if (parts.lineage().isPartition(child)
            && partitions.add(new ObjectId(ObjectKind.TABLE, child))) {
          tables.add(child);
        }
      }
    }
    return partitions;
  }

  /** The table a foreign key points to, or none when that is its own. */
  private Set<String> referenced(ObjectId foreignKey) {
    ObjectId own = parts.object(foreignKey).parent();
    Set<String> tables = new TreeSet<>();
    for (ObjectId need : parts.needs(foreignKey)) {
      ObjectId table = parts.all().containsKey(need) ? parts.object(need).parent() : null;
      if (table != null && !Objects.equals(table, own)) {
        tables.add(table.identity());
      }
    }
    return tables;
  }
}
