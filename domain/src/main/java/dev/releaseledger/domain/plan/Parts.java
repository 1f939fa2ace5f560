package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema split as finely as its dependencies need it: the default of a column and the owner of a
 * sequence are parts of their own, because each can need what needs the rest; so are the ties of a
 * table to other tables, its type and its indexes.
 */
final class Parts {

  /** One part: what is compared, and the object it comes from. */
  record Part(SchemaObject object, Object essence) {}

  private final Schema schema;
  private final Standing standing;
  private final Lineage lineage;
  private final SortedMap<ObjectId, Part> parts = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> needs = new HashMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededBy = new HashMap<>();

  private Parts(Schema schema) {
    this.schema = schema;
    this.standing = new Standing(schema);
    this.lineage = new Lineage(schema);
  }

  static Parts of(Schema schema) {
    Parts parts = new Parts(schema);
    schema.objects().values().forEach(parts::split);
    for (Dependency dependency : schema.dependencies()) {
      parts.connect(dependency.from(), dependency.on());
    }
    parts.parts.keySet().forEach(parts::connectToNamespace);
    return parts;
  }

  SortedMap<ObjectId, Part> all() {
    return parts;
  }

  Schema schema() {
    return schema;
  }

  Lineage lineage() {
    return lineage;
  }

  SchemaObject object(ObjectId id) {
    Part part = parts.get(id);
    if (part == null) {
      throw new IllegalArgumentException("no such part: " + id);
    }
    return part.object();
  }

  boolean hasConstraint(String table, String name) {
    return parts.containsKey(new ObjectId(ObjectKind.CONSTRAINT, table + "." + name));
  }

  SortedSet<ObjectId> needs(ObjectId id) {
    return needs.getOrDefault(id, Collections.emptySortedSet());
  }

  SortedSet<ObjectId> neededBy(ObjectId id) {
    return neededBy.getOrDefault(id, Collections.emptySortedSet());
  }

  private void split(SchemaObject object) {
    ObjectId id = object.id();
    switch (object) {
      case Column column -> {
        parts.put(id, new Part(column, column.defaulting(null)));
        if (column.defaultValue() != null) {
          parts.put(column.defaultId(), new Part(column, column.defaultValue()));
          connect(column.defaultId(), id);
        }
      }
      case Sequence sequence -> {
        parts.put(id, new Part(sequence, sequence.withoutOwner()));
        if (sequence.ownedBy() != null) {
          parts.put(sequence.ownershipId(), new Part(sequence, sequence.ownedBy()));
          connect(sequence.ownershipId(), id);
          connect(sequence.ownershipId(), new ObjectId(ObjectKind.COLUMN, sequence.ownedBy()));
        }
      }
      case Table table -> {
        parts.put(id, new Part(table, table.untied()));
        Ties.of(table, standing).forEach(this::tie);
      }
      case MaterializedView view -> {
        parts.put(id, new Part(view, view.untied()));
        Ties.of(view, standing).forEach(this::tie);
      }
      case Index index -> {
        parts.put(id, new Part(index, index.untied()));
        Ties.of(index).forEach(this::tie);
        lineage.counterpart(index).ifPresent(whole -> connect(id, whole));
      }
      case Constraint constraint -> {
        parts.put(id, new Part(constraint, constraint.untied()));
        Ties.of(constraint).forEach(this::tie);
        if (constraint.indexed()) {
          lineage.counterpart(constraint).ifPresent(whole -> connect(id, whole));
        }
      }
      default -> parts.put(id, new Part(object, object));
    }
    ObjectId parent = object.parent();
    if (parent != null) {
      connect(id, parent);
    }
  }

  private void tie(Ties.Tie tie) {
    parts.put(tie.id(), new Part(tie.object(), tie.essence()));
    tie.needs().forEach(need -> connect(tie.id(), need));
  }

  private void connect(ObjectId from, ObjectId on) {
    if (!from.equals(on)) {
      needs.computeIfAbsent(from, id -> new TreeSet<>()).add(on);
      neededBy.computeIfAbsent(on, id -> new TreeSet<>()).add(from);
    }
  }

  private void connectToNamespace(ObjectId id) {
    String name = id.namespace();
    if (name != null) {
      ObjectId namespace = new ObjectId(ObjectKind.SCHEMA, name);
      if (schema.objects().containsKey(namespace)) {
        connect(id, namespace);
      }
    }
  }
}
