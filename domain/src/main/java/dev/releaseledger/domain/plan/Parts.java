package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema split as finely as its dependencies need it: the default of a column and the owner of a
 * sequence are parts of their own, because each can need what needs the rest.
 */
final class Parts {

  /** One part: what is compared, and the object it comes from. */
  record Part(SchemaObject object, Object essence) {}

  private final Schema schema;
  private final SortedMap<ObjectId, Part> parts = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> needs = new TreeMap<>();
  private final Map<ObjectId, SortedSet<ObjectId>> neededBy = new TreeMap<>();

  private Parts(Schema schema) {
    this.schema = schema;
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

  SchemaObject object(ObjectId id) {
    Part part = parts.get(id);
    if (part == null) {
      throw new IllegalArgumentException("no such part: " + id);
    }
    return part.object();
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
        parts.put(id, new Part(column, withoutDefault(column)));
        if (column.defaultValue() != null) {
          parts.put(column.defaultId(), new Part(column, column.defaultValue()));
          connect(column.defaultId(), id);
        }
      }
      case Sequence sequence -> {
        parts.put(id, new Part(sequence, withoutOwner(sequence)));
        if (sequence.ownedBy() != null) {
          parts.put(sequence.ownershipId(), new Part(sequence, sequence.ownedBy()));
          connect(sequence.ownershipId(), id);
          connect(sequence.ownershipId(), new ObjectId(ObjectKind.COLUMN, sequence.ownedBy()));
        }
      }
      default -> parts.put(id, new Part(object, object));
    }
    ObjectId parent = object.parent();
    if (parent != null) {
      connect(id, parent);
    }
  }

  static Column withoutDefault(Column it) {
    return new Column(
        it.table(),
        it.name(),
        it.type(),
        it.notNull(),
        null,
        it.identity(),
        it.generated(),
        it.collation(),
        it.comment());
  }

  private static Sequence withoutOwner(Sequence it) {
    return new Sequence(it.name(), it.options(), null, it.comment());
  }

  private void connect(ObjectId from, ObjectId on) {
    if (!from.equals(on)) {
      needs.computeIfAbsent(from, id -> new TreeSet<>()).add(on);
      neededBy.computeIfAbsent(on, id -> new TreeSet<>()).add(from);
    }
  }

  private void connectToNamespace(ObjectId id) {
    for (ObjectId namespace : schema.objects().headMap(firstAfterNamespaces()).keySet()) {
      if (id.identity().startsWith(namespace.identity() + ".")) {
        connect(id, namespace);
      }
    }
  }

  private static ObjectId firstAfterNamespaces() {
    return new ObjectId(ObjectKind.EXTENSION, "");
  }
}
