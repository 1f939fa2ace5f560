package dev.releaseledger.domain.history;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which objects of a schema go on under another name than they had in an earlier one.
 *
 * @param former the earlier names by the later ones; what is not in it is called the same
 */
public record Continuity(SortedMap<ObjectId, ObjectId> former) {

  /** Everything is called the same. */
  public static final Continuity NONE = new Continuity(new TreeMap<>());

  public Continuity {
    former = Collections.unmodifiableSortedMap(new TreeMap<>(former));
  }

  /** What goes on from the base to the target by these renames. */
  public static Continuity of(List<Rename> declared, Schema base, Schema target) {
    Renaming renaming = Renaming.of(declared, base, target);
    if (renaming.isEmpty()) {
      return NONE;
    }
    SortedMap<ObjectId, ObjectId> former = new TreeMap<>();
    for (SchemaObject object : target.objects().values()) {
      ObjectId before = former(object, renaming);
      if (!before.equals(object.id()) && base.find(before) != null) {
        former.put(object.id(), before);
      }
    }
    return new Continuity(former);
  }

  private static ObjectId former(SchemaObject object, Renaming renaming) {
    if (!(object instanceof Grant grant)) {
      return renaming.former(object.id());
    }
    ObjectId on = renaming.former(grant.on());
    String column = grant.column();
    String before =
        column == null
            ? null
            : QualifiedName.of(
                    renaming.former(
                        new ObjectId(ObjectKind.COLUMN, grant.on().identity() + "." + column)))
                .last();
    return new Grant(on, before, grant.grantee(), List.of(), List.of(), List.of()).id();
  }

  /** Whether everything is called the same. */
  public boolean isEmpty() {
    return former.isEmpty();
  }

  /** The way back. */
  public Continuity inverse() {
    SortedMap<ObjectId, ObjectId> back = new TreeMap<>();
    former.forEach((now, before) -> back.put(before, now));
    return new Continuity(back);
  }

  /** What goes on over an earlier step and this one. */
  public Continuity after(Continuity earlier) {
    SortedMap<ObjectId, ObjectId> whole = new TreeMap<>();
    Set<ObjectId> taken = new HashSet<>(former.values());
    earlier.former.forEach((now, before) -> {
      if (!taken.contains(now) && !former.containsKey(now)) {
        whole.put(now, before);
      }
    });
    former.forEach((now, between) -> {
      ObjectId before = earlier.former.getOrDefault(between, between);
      if (!before.equals(now)) {
        whole.put(now, before);
      }
    });
    return new Continuity(whole);
  }

  /** The same as declared renames: what has another name of its own. */
  public List<Rename> renames() {
    return former.entrySet().stream()
        .filter(entry -> entry.getKey().kind() != ObjectKind.PRIVILEGES)
        .filter(entry -> !last(entry.getKey()).equals(last(entry.getValue())))
        .map(Continuity::rename)
        .toList();
  }

  private static Rename rename(Map.Entry<ObjectId, ObjectId> entry) {
    return new Rename(entry.getKey(), null, QualifiedName.plain(last(entry.getValue())));
  }

  static String last(ObjectId id) {
    return QualifiedName.of(id).last();
  }
}
