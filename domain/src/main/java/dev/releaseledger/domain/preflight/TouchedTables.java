package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the tables whose rows a change of the schema can have to do with. */
public final class TouchedTables {

  private TouchedTables() {}

  /**
   * The tables of the base that differ in the target, that depend on what differs, or that a
   * foreign key that differs refers to; {@code public.t}.
   */
  public static SortedSet<String> between(Schema base, Schema target) {
    SortedSet<String> tables = new TreeSet<>();
    Set<ObjectId> changed = changed(base, target);
    for (ObjectId id : withDependents(changed, base)) {
      table(id, base, tables);
      table(id, target, tables);
    }
    Stream.of(base, target)
        .flatMap(schema -> schema.dependencies().stream())
        .filter(it -> it.from().kind() == ObjectKind.CONSTRAINT && changed.contains(it.from()))
        .forEach(it -> table(it.on(), base, tables));
    tables.removeIf(name -> base.find(new ObjectId(ObjectKind.TABLE, name)) == null);
    return tables;
  }

  private static Set<ObjectId> changed(Schema base, Schema target) {
    Set<ObjectId> changed = new HashSet<>();
    for (Change change : Diff.between(base, target).changes()) {
      switch (change) {
        case Change.Added(SchemaObject object) -> changed.add(object.id());
        case Change.Removed(SchemaObject object) -> changed.add(object.id());
        case Change.Altered(SchemaObject before, SchemaObject after) -> {
          if (!before.commented(null).equals(after.commented(null))) {
            changed.add(before.id());
          }
        }
      }
    }
    return changed;
  }

  private static Set<ObjectId> withDependents(Set<ObjectId> changed, Schema base) {
    if (changed.isEmpty()) {
      return changed;
    }
    Map<ObjectId, List<ObjectId>> dependents =
        base.dependencies().stream()
            .collect(
                Collectors.groupingBy(
                    Dependency::on, Collectors.mapping(Dependency::from, Collectors.toList())));
    Set<ObjectId> found = new HashSet<>(changed);
    Deque<ObjectId> open = new ArrayDeque<>(changed);
    while (!open.isEmpty()) {
      for (ObjectId dependent : dependents.getOrDefault(open.remove(), new ArrayList<>())) {
        if (found.add(dependent)) {
          open.add(dependent);
        }
      }
    }
    return found;
  }

  private static void table(ObjectId id, Schema schema, SortedSet<String> tables) {
    ObjectId table = id.kind() == ObjectKind.TABLE ? id : parent(schema.find(id));
    if (table != null && table.kind() == ObjectKind.TABLE) {
      tables.add(table.identity());
    }
  }

  private static @Nullable ObjectId parent(@Nullable SchemaObject object) {
    return object == null ? null : object.parent();
  }
}
