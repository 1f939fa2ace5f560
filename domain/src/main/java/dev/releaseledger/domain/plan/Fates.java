package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
  private final SortedSet<ObjectId> replaced = new TreeSet<>();
  private final TypeChanges types;
  private final ReplacedTypes replacing;
  private final Deque<ObjectId> work = new ArrayDeque<>();

  Fates(Parts base, Parts target, Consumer<Obstacle> obstacles) {
    this.base = base;
    this.target = target;
    this.obstacles = obstacles;
    this.types = new TypeChanges(base.schema(), target.schema());
    this.replacing = new ReplacedTypes(base, target);
    compare();
    altered.stream().filter(replacing::needed).forEach(replaced::add);
    altered.stream()
        .filter(id -> !replaced.contains(id) && !changesInPlace(id))
        .toList()
        .forEach(this::rebuild);
    replaced.forEach(this::makeWay);
    altered.stream().filter(this::changesItsType).toList().forEach(this::clearTheWay);
    base.all().keySet().stream().filter(this::standsInTheWay).toList().forEach(this::rebuild);
    dropped.stream()
        .filter(id -> id.kind() == ObjectKind.INDEX_ATTACHMENT)
        .toList()
        .forEach(this::breakUp);
    while (!work.isEmpty()) {
      ObjectId gone = work.remove();
      base.neededBy(gone).forEach(dependent -> follow(gone, dependent));
      base.lineage().parts(gone).stream()
          .filter(Ddl::isForeignKey)
          .map(SchemaObject::id)
          .forEach(part -> follow(gone, part));
    }
  }

  /** The index of a partition gets away from that of the whole only with it. */
  private void breakUp(ObjectId tie) {
    SchemaObject part = base.object(tie);
    ObjectId whole = base.lineage().counterpart(part).orElseThrow();
    boolean stays = base.all().containsKey(whole) && !dropped.contains(whole);
    if (stays && !comesApart(part) && !dropped.contains(part.parent())) {
      rebuild(whole);
    }
  }

  /** Whether the table of this is detached from the one above. */
  private boolean comesApart(SchemaObject part) {
    return part.parent() != null
        && dropped.contains(new ObjectId(ObjectKind.ATTACHMENT, part.parent().identity()));
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

  /** Types that are made anew under columns that keep their values. */
  SortedSet<ObjectId> replaced() {
    return replaced;
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

  /** All that uses a replaced type comes back after it, except the columns that move over. */
  private void makeWay(ObjectId type) {
    List<ObjectId> columns = replacing.columns(type).stream().map(Column::id).toList();
    columns.forEach(this::clearTheWay);
    base.neededBy(type).stream()
        .filter(id -> id.kind() != ObjectKind.COLUMN && target.all().containsKey(id))
        .forEach(this::rebuild);
  }

  private boolean changesType(ObjectId id) {
    return id.kind() == ObjectKind.COLUMN && (movesOver(id) || changesItsType(id));
  }

  private boolean movesOver(ObjectId column) {
    return base.needs(column).stream().anyMatch(replaced::contains);
  }

  private boolean changesItsType(ObjectId id) {
    return id.kind() == ObjectKind.COLUMN
        && altered.contains(id)
        && base.object(id) instanceof Column before
        && target.object(id) instanceof Column after
        && !(types.same(before.type(), after.type())
            && Objects.equals(before.collation(), after.collation()));
  }

  /** Neither the type nor the columns of a typed table can change while it is one. */
  private boolean standsInTheWay(ObjectId tie) {
    return tie.kind() == ObjectKind.TYPING
        && target.all().containsKey(tie)
        && Stream.of(base, target)
            .flatMap(parts -> parts.needs(tie).stream())
            .anyMatch(id -> altered.contains(id) || dropped.contains(id) || created.contains(id));
  }

  /** The server changes the type of a column only when certain dependents are out of the way. */
  private void clearTheWay(ObjectId column) {
    for (ObjectId dependent : base.neededBy(column)) {
      boolean inTheWay =
          switch (dependent.kind()) {
            case VIEW, MATERIALIZED_VIEW, TRIGGER, ROUTINE, COLUMN_DEFAULT, COLUMN -> true;
            case PUBLICATION_TABLE, RULE, POLICY, TYPING -> true;
            case CONSTRAINT -> joinsChangingColumns(dependent);
            case STATISTICS -> forgetsTarget(dependent);
            default -> false;
          };
      if (inTheWay && target.all().containsKey(dependent)) {
        rebuild(dependent);
      }
    }
  }

  /** The server makes statistics anew for the new type, without their target. */
  private boolean forgetsTarget(ObjectId statistics) {
    return base.object(statistics) instanceof Defined it && !it.options().isEmpty();
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
    SchemaObject part = base.object(dependent);
    boolean partOf = base.lineage().counterpart(part).filter(gone::equals).isPresent();
    boolean takenAlong = partOf && (dependent.kind() == ObjectKind.INDEX);
    boolean letsGo = altered.contains(dependent) && !target.needs(dependent).contains(gone);
    if (letsGo && !takenAlong) {
      return;
    }
    boolean between =
        dependent.kind() == ObjectKind.ATTACHMENT || dependent.kind() == ObjectKind.INHERITANCE;
    if (between && gone.kind() != ObjectKind.TABLE) {
      return;
    }
    if (partOf && comesApart(part)) {
      return;
    }
    boolean withItsTable = gone.kind() == ObjectKind.TABLE && gone.equals(part.parent());
    if (holdsData(dependent) && !withItsTable) {
      obstacles.accept(obstacle(gone, dependent));
    } else {
      rebuild(dependent);
    }
  }

  private Obstacle obstacle(ObjectId gone, ObjectId dependent) {
    return new Obstacle.InUse(gone, dependent);
  }

  private boolean holdsData(ObjectId id) {
    return switch (id.kind()) {
      case SEQUENCE, SCHEMA, EXTENSION -> true;
      case TABLE -> {
        Table table = (Table) base.object(id);
        yield table.foreign() == null && table.partitionKey() == null;
      }
      case COLUMN -> ((Column) base.object(id)).generated() == null;
      default -> false;
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
