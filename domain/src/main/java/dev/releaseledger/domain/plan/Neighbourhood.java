package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The part of a schema that is enough to try a change on: what the change touches, what depends on
 * that, and what all of it depends on. The rest of the schema is as it was, whatever the change
 * does.
 */
public final class Neighbourhood {

  private final Schema base;
  private final Schema target;
  private final Map<ObjectId, List<ObjectId>> needs = new HashMap<>();
  private final Map<ObjectId, List<ObjectId>> neededBy = new HashMap<>();
  private final Map<ObjectId, List<ObjectId>> parts = new HashMap<>();
  private final Set<ObjectId> tied = new HashSet<>();
  private final Set<ObjectId> chosen = new HashSet<>();

  private Neighbourhood(Schema base, Schema target) {
    this.base = base;
    this.target = target;
  }

  /** The neighbourhood of the change from the base to the target. */
  public static Neighbourhood of(Schema base, Schema target) {
    Neighbourhood near = new Neighbourhood(base, target);
    near.connect(base);
    near.connect(target);
    near.choose();
    return near;
  }

  /** Everything there is, for a change of which nobody knows how far it reaches. */
  public static Neighbourhood all(Schema base) {
    Neighbourhood all = new Neighbourhood(base, base);
    all.chosen.addAll(base.objects().keySet());
    return all;
  }

  /** The base without what is far from the change. */
  public Schema base() {
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(base.objects());
    objects.keySet().retainAll(chosen);
    TreeSet<Dependency> dependencies = new TreeSet<>();
    base.dependencies().stream()
        .filter(it -> chosen.contains(whole(it.from())) && chosen.contains(whole(it.on())))
        .forEach(dependencies::add);
    SortedMap<String, List<String>> order = new TreeMap<>(base.columnOrder());
    order.keySet().removeIf(table -> !chosen.contains(new ObjectId(ObjectKind.TABLE, table)));
    return new Schema(objects, dependencies, order, base.unread(), base.access());
  }

  /** The whole schema, where this is what has become of the neighbourhood. */
  public Schema whole(Schema near) {
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(base.objects());
    objects.keySet().removeAll(chosen);
    objects.putAll(near.objects());
    return new Schema(
        objects, near.dependencies(), near.columnOrder(), near.unread(), base.access());
  }

  private void connect(Schema schema) {
    for (Dependency dependency : schema.dependencies()) {
      connect(dependency.from(), dependency.on());
    }
    for (SchemaObject object : schema.objects().values()) {
      ObjectId parent = object.parent();
      if (parent != null) {
        parts.computeIfAbsent(parent, id -> new ArrayList<>()).add(object.id());
      }
      tie(object);
    }
  }

  /** Tables that are above and below each other stay together, with all that stands on them. */
  private void tie(SchemaObject object) {
    if (object instanceof Table table) {
      for (String name : table.parents()) {
        ObjectId parent = new ObjectId(ObjectKind.TABLE, name);
        connect(table.id(), parent);
        connect(parent, table.id());
        tied.addAll(List.of(table.id(), parent));
      }
      if (table.ofType() != null) {
        connect(table.id(), new ObjectId(ObjectKind.COMPOSITE, table.ofType()));
      }
      if (table.replicaIdentity() != null || table.clustering() != null) {
        tied.add(table.id());
      }
    } else if (object instanceof MaterializedView view && view.clustering() != null) {
      tied.add(view.id());
    }
  }

  private void connect(ObjectId from, ObjectId on) {
    ObjectId dependent = whole(from);
    ObjectId need = whole(on);
    needs.computeIfAbsent(dependent, id -> new ArrayList<>()).add(need);
    neededBy.computeIfAbsent(need, id -> new ArrayList<>()).add(dependent);
  }

  /** The object that a part of it is compared with. */
  private static ObjectId whole(ObjectId part) {
    return switch (part.kind()) {
      case COLUMN_DEFAULT -> new ObjectId(ObjectKind.COLUMN, part.identity());
      case OWNERSHIP -> new ObjectId(ObjectKind.SEQUENCE, part.identity());
      default -> part;
    };
  }

  private void choose() {
    Set<ObjectId> changed = new HashSet<>();
    Set<ObjectId> touched = new HashSet<>();
    for (Change change : Diff.between(base, target).changes()) {
      for (SchemaObject object : sides(change)) {
        changed.add(object.id());
        if (object.parent() != null) {
          touched.add(object.parent());
        }
      }
    }
    Set<ObjectId> affected = closure(changed, this::neededBy);
    affected.stream().filter(Neighbourhood::isRelation).forEach(touched::add);
    // What is done to a table is done to those that inherit from it.
    touched = closure(touched, table -> neededBy(table).stream().filter(this::isTable).toList());
    affected.addAll(touched);
    touched.forEach(relation -> affected.addAll(parts.getOrDefault(relation, List.of())));
    List.copyOf(affected).forEach(object -> affected.addAll(privileges(object)));
    // It is there in a new database, and would be dropped if it were not wanted.
    affected.add(new ObjectId(ObjectKind.SCHEMA, "public"));
    chosen.addAll(closure(affected, this::needsOf));
  }

  private List<ObjectId> privileges(ObjectId object) {
    return parts.getOrDefault(object, List.of()).stream()
        .filter(part -> part.kind() == ObjectKind.PRIVILEGES)
        .toList();
  }

  private static List<SchemaObject> sides(Change change) {
    return switch (change) {
      case Change.Added(SchemaObject object) -> List.of(object);
      case Change.Removed(SchemaObject object) -> List.of(object);
      case Change.Altered(SchemaObject before, SchemaObject after) -> List.of(before, after);
    };
  }

  private static boolean isRelation(ObjectId id) {
    return id.kind() == ObjectKind.TABLE
        || id.kind() == ObjectKind.VIEW
        || id.kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  private boolean isTable(ObjectId id) {
    return id.kind() == ObjectKind.TABLE;
  }

  private List<ObjectId> neededBy(ObjectId id) {
    return neededBy.getOrDefault(id, List.of());
  }

  /** What an object cannot be without; a table is not itself without its columns. */
  private List<ObjectId> needsOf(ObjectId id) {
    List<ObjectId> all = new ArrayList<>(needs.getOrDefault(id, List.of()));
    String namespace = id.namespace();
    if (namespace != null) {
      all.add(new ObjectId(ObjectKind.SCHEMA, namespace));
    }
    for (Schema schema : List.of(base, target)) {
      SchemaObject object = schema.find(id);
      if (object != null && object.parent() != null) {
        all.add(object.parent());
      }
      if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
        all.add(new ObjectId(ObjectKind.COLUMN, sequence.ownedBy()));
      }
    }
    if (id.kind() == ObjectKind.TABLE || tied.contains(id)) {
      parts.getOrDefault(id, List.of()).stream()
          .filter(part -> part.kind() == ObjectKind.COLUMN || tied.contains(id))
          .forEach(all::add);
    }
    return all;
  }

  private static Set<ObjectId> closure(
      Collection<ObjectId> seeds, Function<ObjectId, List<ObjectId>> next) {
    Set<ObjectId> all = new HashSet<>(seeds);
    Deque<ObjectId> open = new ArrayDeque<>(seeds);
    while (!open.isEmpty()) {
      for (ObjectId id : next.apply(open.removeFirst())) {
        if (all.add(id)) {
          open.add(id);
        }
      }
    }
    return all;
  }
}
