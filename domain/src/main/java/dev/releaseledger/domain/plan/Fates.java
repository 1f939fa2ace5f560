package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Decides what becomes of each part: it goes, it comes, it changes in place, or it goes and comes
 * back because something under it does.
 */
final class Fates {

  private final Parts base;
  private final Parts target;
  private final Consumer<Obstacle> obstacles;
  private final SortedSet<ObjectId> dropped = new TreeSet<>();
  private final SortedSet<ObjectId> created = new TreeSet<>();
  private final SortedSet<ObjectId> altered = new TreeSet<>();
  private final Deque<ObjectId> work = new ArrayDeque<>();

  Fates(Parts base, Parts target, Consumer<Obstacle> obstacles) {
    this.base = base;
    this.target = target;
    this.obstacles = obstacles;
    compare();
    altered.stream().filter(id -> !changesInPlace(id)).toList().forEach(this::rebuild);
    altered.stream().filter(this::changesType).toList().forEach(this::clearTheWay);
    while (!work.isEmpty()) {
      ObjectId gone = work.remove();
      base.neededBy(gone).forEach(dependent -> follow(gone, dependent));
    }
  }

  SortedSet<ObjectId> dropped() {
    return dropped;
  }

  SortedSet<ObjectId> created() {
    return created;
  }

  SortedSet<ObjectId> altered() {
    return altered;
  }

  boolean rebuilt(ObjectId id) {
    return dropped.contains(id) && created.contains(id);
  }

  private void compare() {
    base.all()
        .forEach((id, part) -> {
          Parts.Part other = target.all().get(id);
          if (other == null) {
            dropped.add(id);
            work.add(id);
          } else if (!part.essence().equals(other.essence())) {
            altered.add(id);
          }
        });
    target.all().keySet().stream().filter(id -> !base.all().containsKey(id)).forEach(created::add);
  }

  private boolean changesInPlace(ObjectId id) {
    return Replacing.inPlace(base.object(id), target.object(id), id.kind());
  }

  private boolean changesType(ObjectId id) {
    return id.kind() == ObjectKind.COLUMN
        && altered.contains(id)
        && base.object(id) instanceof Column before
        && target.object(id) instanceof Column after
        && !(before.type().equals(after.type())
            && Objects.equals(before.collation(), after.collation()));
  }

  /** The server changes the type of a column only when certain dependents are out of the way. */
  private void clearTheWay(ObjectId column) {
    for (ObjectId dependent : base.neededBy(column)) {
      boolean inTheWay =
          switch (dependent.kind()) {
            case VIEW, MATERIALIZED_VIEW, TRIGGER, ROUTINE, COLUMN_DEFAULT, COLUMN -> true;
            case CONSTRAINT -> joinsChangingColumns(dependent);
            case SCHEMA, EXTENSION, ENUM, DOMAIN, COMPOSITE, SEQUENCE, TABLE, INDEX, OWNERSHIP ->
                false;
          };
      if (inTheWay && target.all().containsKey(dependent)) {
        rebuild(dependent);
      }
    }
  }

  /** A foreign key cannot be checked while only one of its sides has the new type. */
  private boolean joinsChangingColumns(ObjectId constraint) {
    return Ddl.isForeignKey(base.object(constraint))
        && base.needs(constraint).stream().filter(this::changesType).count() > 1;
  }

  private void follow(ObjectId gone, ObjectId dependent) {
    if (dropped.contains(dependent)) {
      return;
    }
    boolean letsGo = altered.contains(dependent) && !target.needs(dependent).contains(gone);
    if (letsGo) {
      return;
    }
    if (holdsData(dependent)) {
      obstacles.accept(obstacle(gone, dependent));
    } else {
      rebuild(dependent);
    }
  }

  private Obstacle obstacle(ObjectId gone, ObjectId dependent) {
    boolean labels =
        gone.kind() == ObjectKind.ENUM
            && target.all().containsKey(gone)
            && base.object(gone) instanceof EnumType;
    return labels
        ? new Obstacle.LabelsLost((EnumType) base.object(gone), (EnumType) target.object(gone))
        : new Obstacle.InUse(gone, dependent);
  }

  private boolean holdsData(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, SEQUENCE, SCHEMA, EXTENSION -> true;
      case COLUMN -> ((Column) base.object(id)).generated() == null;
      case ENUM,
          DOMAIN,
          COMPOSITE,
          ROUTINE,
          COLUMN_DEFAULT,
          VIEW,
          MATERIALIZED_VIEW,
          CONSTRAINT,
          INDEX,
          TRIGGER,
          OWNERSHIP ->
          false;
    };
  }

  private void rebuild(ObjectId id) {
    altered.remove(id);
    created.add(id);
    if (dropped.add(id)) {
      work.add(id);
    }
  }
}
