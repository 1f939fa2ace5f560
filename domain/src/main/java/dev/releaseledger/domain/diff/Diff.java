package dev.releaseledger.domain.diff;

import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.UnreadObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The changes that lead from one schema to another, in the order of the objects' names.
 *
 * @param changes what was added, removed or altered
 */
public record Diff(List<Change> changes) {

  public Diff {
    changes = List.copyOf(changes);
  }

  /** The changes that lead from the base to the target. */
  public static Diff between(Schema base, Schema target) {
    Set<ObjectId> ids = new TreeSet<>(base.objects().keySet());
    ids.addAll(target.objects().keySet());
    List<Change> changes = new ArrayList<>();
    for (ObjectId id : ids) {
      SchemaObject before = base.find(id);
      SchemaObject after = target.find(id);
      if (before == null && after != null) {
        changes.add(new Change.Added(after));
      } else if (before != null && after == null) {
        changes.add(new Change.Removed(before));
      } else if (before != null && after != null && !before.equals(after)) {
        changes.add(new Change.Altered(before, after));
      }
    }
    return new Diff(changes);
  }

  /** Whether the two schemas are the same. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** How an observed schema differs from the expected one, for a drift report. */
  public static List<Difference> differences(Schema expected, Schema observed) {
    List<Difference> differences = new ArrayList<>();
    for (Change change : between(expected, observed).changes()) {
      switch (change) {
        case Change.Added(SchemaObject object) -> {
          if (!belongsToAbsentTable(object, expected)) {
            differences.add(extra(object.id().label()));
          }
        }
        case Change.Removed(SchemaObject object) -> {
          if (!belongsToAbsentTable(object, observed)) {
            differences.add(missing(object.id().label()));
          }
        }
        case Change.Altered(SchemaObject wanted, SchemaObject found) ->
            differences.addAll(aspects(wanted, found));
      }
    }
    differences.addAll(unread(expected.unread(), observed.unread()));
    return differences;
  }

  /** The columns of a missing table would only repeat that the table is missing. */
  private static boolean belongsToAbsentTable(SchemaObject object, Schema other) {
    ObjectId parent = object.parent();
    return parent != null && other.find(parent) == null;
  }

  private static List<Difference> aspects(SchemaObject wanted, SchemaObject found) {
    Map<String, String> expected = Aspects.of(wanted);
    Map<String, String> actual = Aspects.of(found);
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(expected.get(name), actual.get(name))) {
        differences.add(changed(wanted, name, expected.get(name), actual.get(name)));
      }
    }
    if (differences.isEmpty()) {
      // Words for people may hide what differs; that it differs must not be hidden.
      differences.add(changed(wanted, "definition", Canonical.json(wanted), Canonical.json(found)));
    }
    return differences;
  }

  private static Difference changed(
      SchemaObject object, String aspect, @Nullable String expected, @Nullable String actual) {
    String label = object.id().label();
    String word = object instanceof Column && aspect.equals("not null") ? "NOT NULL" : aspect;
    String text =
        label + ": " + word + " expected " + orNone(expected) + ", found " + orNone(actual);
    return new Difference(DifferenceKind.CHANGED, label, text, expected, actual);
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "none" : value;
  }

  private static Difference extra(String object) {
    return new Difference(DifferenceKind.EXTRA, object, "extra " + object, null, object);
  }

  private static Difference missing(String object) {
    return new Difference(DifferenceKind.MISSING, object, "missing " + object, object, null);
  }

  private static List<Difference> unread(List<UnreadObject> expected, List<UnreadObject> found) {
    List<Difference> differences = new ArrayList<>();
    Set<UnreadObject> wanted = new HashSet<>(expected);
    Set<UnreadObject> present = new HashSet<>(found);
    expected.stream()
        .filter(object -> !present.contains(object))
        .forEach(object -> differences.add(missing(object.kind() + " " + object.name())));
    found.stream()
        .filter(object -> !wanted.contains(object))
        .forEach(object -> differences.add(extra(object.kind() + " " + object.name())));
    return differences;
  }
}
