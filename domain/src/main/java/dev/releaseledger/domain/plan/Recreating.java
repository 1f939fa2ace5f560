package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans how something that held data comes back after a drop, in shape: with everything that went
 * along with it, in the order that dependencies need.
 */
final class Recreating {

  private final Parts base;
  private final PlanSettings settings;
  private final Only only;

  Recreating(Parts base, PlanSettings settings) {
    this.base = base;
    this.settings = settings;
    this.only = new Only(base.lineage(), base.lineage());
  }

  /** What takes back the drop of an object and of the parts that its statement takes along. */
  Undo undo(SchemaObject object, SortedSet<ObjectId> taken) {
    SortedSet<ObjectId> parts = withoutHeirlooms(object, taken);
    if (object.id().kind() == ObjectKind.USER_MAPPING) {
      return new Undo.Irreversible("the options of " + object.id().label() + " are kept nowhere");
    }
    String lost = lost(object);
    if (lost != null) {
      List<DraftStep> steps = new ArrayList<>(recreate(parts));
      carried(parts).forEach(grant -> steps.addAll(Granting.create(grant, true)));
      return new Undo.ReversibleWithDataLoss(Making.sql(steps), lost);
    }
    if (object instanceof Table
        || object instanceof MaterializedView
        || parts.stream().anyMatch(part -> part.kind() == ObjectKind.INDEX_ATTACHMENT)
        || Ddl.isForeignKey(object)) {
      List<DraftStep> steps = new ArrayList<>(recreate(parts));
      carried(parts).forEach(grant -> steps.addAll(Granting.create(grant, true)));
      return new Undo.Reversible(Making.sql(steps));
    }
    List<DraftStep> steps = new ArrayList<>(Making.create(object, true));
    steps.addAll(new DefaultPrivileges(base.schema(), base.schema()).undone(object.id(), true));
    parts.stream()
        .filter(id -> !id.equals(object.id()))
        .forEach(id -> steps.addAll(Making.create(base.object(id), true)));
    carried(parts).forEach(grant -> steps.addAll(Granting.create(grant, true)));
    return new Undo.Reversible(Making.sql(steps));
  }

  /** The privileges that come back although they are not compared. */
  private List<Grant> carried(SortedSet<ObjectId> parts) {
    return base.schema().access().grants().stream()
        .filter(grant -> parts.contains(grant.on()))
        .toList();
  }

  /** Columns and checks come back to the partitions with that of the partitioned table. */
  private SortedSet<ObjectId> withoutHeirlooms(SchemaObject object, SortedSet<ObjectId> parts) {
    SortedSet<ObjectId> own = new TreeSet<>(parts);
    if (object.parent() != null) {
      own.removeIf(id -> {
        boolean comesBack =
            id.kind() == ObjectKind.COLUMN
                || id.kind() == ObjectKind.COLUMN_DEFAULT
                || (base.object(id) instanceof Constraint it && it.type() == ConstraintType.CHECK);
        return comesBack && !object.parent().equals(base.object(id).parent());
      });
    }
    return own;
  }

  private static @Nullable String lost(SchemaObject object) {
    return switch (object) {
      case Table it when it.foreign() == null && it.partitionKey() == null ->
          "the rows of " + it.name();
      case Column it when it.generated() == null -> "the values of " + it.id().identity();
      case Sequence it -> "how far " + it.name() + " had counted";
      case Extension it -> "what " + it.name() + " kept in its own tables";
      default -> null;
    };
  }

  private List<DraftStep> recreate(SortedSet<ObjectId> parts) {
    SortedMap<ObjectId, SchemaObject> defaults = DefaultPrivileges.of(base.schema());
    SortedMap<ObjectId, SchemaObject> wanted = new TreeMap<>(defaults);
    for (ObjectId part : parts) {
      SchemaObject object = base.object(part);
      wanted.put(object.id(), onlyWith(parts, object));
    }
    Schema nothing = new Schema(defaults, new TreeSet<>(), new TreeMap<>(), List.of());
    Draft draft = Planner.draft(nothing, schema(wanted, parts), settings);
    return draft.stages().stream()
        .map(Draft.DraftStage::steps)
        .flatMap(Collection::stream)
        .map(only::confine)
        .toList();
  }

  /**
   * A default, an owner or another tie that is dropped by a statement of its own comes back with
   * that.
   */
  private static SchemaObject onlyWith(SortedSet<ObjectId> parts, SchemaObject object) {
    return switch (object) {
      case Column column when !parts.contains(column.defaultId()) -> column.defaulting(null);
      case Sequence sequence when !parts.contains(sequence.ownershipId()) ->
          sequence.withoutOwner();
      case Table table -> Ties.only(parts, table);
      case MaterializedView view when !parts.contains(view.clusteringId()) -> view.untied();
      default -> object;
    };
  }

  private Schema schema(SortedMap<ObjectId, SchemaObject> objects, SortedSet<ObjectId> parts) {
    SortedSet<Dependency> dependencies = new TreeSet<>();
    SortedMap<String, List<String>> order = new TreeMap<>();
    for (ObjectId part : parts) {
      base.needs(part).stream()
          .filter(parts::contains)
          .forEach(need -> dependencies.add(new Dependency(part, need)));
      if (base.object(part) instanceof Table table) {
        order.put(table.name(), columns(table, objects));
      }
    }
    return new Schema(objects, dependencies, order, List.of());
  }

  private List<String> columns(Table table, SortedMap<ObjectId, SchemaObject> objects) {
    return base.schema().columnsOf(table.name()).stream()
        .filter(column -> objects.containsKey(column.id()))
        .map(Column::name)
        .toList();
  }
}
