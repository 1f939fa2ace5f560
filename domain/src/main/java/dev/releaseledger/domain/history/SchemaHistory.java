package dev.releaseledger.domain.history;

import dev.releaseledger.domain.diff.AspectChange;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a step from one schema to another made of each object; nothing of what is as it was.
 */
public final class SchemaHistory {

  private final Schema base;
  private final Schema target;
  private final Map<ObjectId, ObjectId> former;
  private final Map<ObjectId, ObjectId> later;
  private final Respelling respelling;
  private final SortedMap<ObjectId, List<PartChange>> parts = new TreeMap<>();

  private SchemaHistory(Schema base, Schema target, Continuity continuity) {
    this.base = base;
    this.target = target;
    this.former = continuity.former();
    this.later = new HashMap<>(continuity.inverse().former());
    this.respelling = new Respelling(continuity);
  }

  /** The versions that a step brings, in the order of the objects' names. */
  public static List<ObjectVersion> between(Schema base, Schema target, Continuity continuity) {
    return new SchemaHistory(base, target, continuity).versions();
  }

  private List<ObjectVersion> versions() {
    Set<ObjectId> continued = new HashSet<>();
    for (Map.Entry<ObjectId, SchemaObject> entry : target.objects().entrySet()) {
      SchemaObject after = entry.getValue();
      if (former.isEmpty() && is(after, base.objects().get(entry.getKey()))) {
        // Most of a schema is as it was.
        continue;
      }
      SchemaObject before = predecessor(after);
      if (before != null) {
        continued.add(before.id());
      }
      compare(before, after);
    }
    for (Map.Entry<ObjectId, SchemaObject> entry : base.objects().entrySet()) {
      SchemaObject before = entry.getValue();
      if (former.isEmpty() && is(before, target.objects().get(entry.getKey()))) {
        continue;
      }
      if (!continued.contains(before.id())) {
        put(successor(Wholes.of(before, base)), new PartChange(PartKind.REMOVED, before, null));
      }
    }
    return parts.entrySet().stream()
        .map(entry -> version(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean is(SchemaObject object, @Nullable SchemaObject other) {
    return object == other || object.equals(other);
  }

  private void compare(@Nullable SchemaObject before, SchemaObject after) {
    if (after.equals(before)) {
      return;
    }
    ObjectId whole = Wholes.of(after, target);
    put(whole, new PartChange(kind(before, after, whole), before, after));
  }

  private PartKind kind(@Nullable SchemaObject before, SchemaObject after, ObjectId whole) {
    if (before == null) {
      return PartKind.ADDED;
    }
    boolean privilege = after.id().kind() == ObjectKind.PRIVILEGES;
    if (!privilege && !Continuity.last(before.id()).equals(Continuity.last(after.id()))) {
      return PartKind.RENAMED;
    }
    List<AspectChange> aspects = new PartChange(PartKind.CHANGED, before, after).aspects();
    return respelling.explains(whole, aspects) ? PartKind.FOLLOWED : PartKind.CHANGED;
  }

  /** What the base had in its place: an object that is part of another one now has none. */
  private @Nullable SchemaObject predecessor(SchemaObject after) {
    ObjectId name = formerName(after.id());
    SchemaObject before = name == null ? null : base.find(name);
    if (before == null) {
      return null;
    }
    ObjectId whole = Wholes.of(after, target);
    return whole.equals(after.id()) || Wholes.of(before, base).equals(formerName(whole))
        ? before
        : null;
  }

  /** What the base called it; null when that name has gone on under another one. */
  private @Nullable ObjectId formerName(ObjectId id) {
    ObjectId renamed = former.get(id);
    return renamed == null && later.containsKey(id) ? null : renamed == null ? id : renamed;
  }

  /** What an object of the base is called in the target, whether it is still there or not. */
  private ObjectId successor(ObjectId id) {
    return later.getOrDefault(id, id);
  }

  private void put(ObjectId whole, PartChange change) {
    parts.computeIfAbsent(whole, id -> new ArrayList<>()).add(change);
  }

  private ObjectVersion version(ObjectId object, List<PartChange> changes) {
    changes.sort(order(object));
    ObjectId before = formerName(object);
    boolean is = target.find(object) != null;
    boolean was = before != null && base.find(before) != null;
    VersionKind kind;
    if (is && was) {
      kind = object.equals(before) ? VersionKind.CHANGED : VersionKind.RENAMED;
    } else if (is) {
      kind = VersionKind.ADDED;
    } else {
      kind = was ? VersionKind.REMOVED : VersionKind.CHANGED;
    }
    return new ObjectVersion(
        object, kind == VersionKind.RENAMED ? before : null, kind, List.copyOf(changes));
  }

  /** The object itself comes first, columns as the table has them, and all else by its name. */
  private Comparator<PartChange> order(ObjectId whole) {
    Map<String, Integer> places = new HashMap<>();
    for (Schema schema : List.of(target, base)) {
      for (String column : schema.columnOrder().getOrDefault(whole.identity(), List.of())) {
        places.putIfAbsent(whole.identity() + "." + column, places.size());
      }
    }
    return Comparator.comparing((PartChange change) -> !change.part().equals(whole))
        .thenComparing(change -> change.part().kind())
        .thenComparing(change -> places.getOrDefault(change.part().identity(), places.size()))
        .thenComparing(PartChange::part)
        // A part that has gone and one that has come in its name.
        .thenComparing(PartChange::kind, Comparator.reverseOrder());
  }
}
