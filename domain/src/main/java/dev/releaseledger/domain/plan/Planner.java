package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Finds the statements that lead from one schema to another, and the order they need. */
public final class Planner {

  private final Parts base;
  private final Parts target;
  private final AlteringColumns columns;
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Fates fates;

  private Planner(Schema base, Schema target, PlanSettings settings) {
    this.base = Parts.of(base);
    this.target = Parts.of(target);
    this.columns = new AlteringColumns(new TypeChanges(base, target), settings);
    this.fates = new Fates(this.base, this.target, this::meet);
  }

  /** What is to be done to get from the base to the target; the same input gives the same draft. */
  public static Draft draft(Schema base, Schema target, PlanSettings settings) {
    return new Planner(base, target, settings).draft();
  }

  private void meet(Obstacle obstacle) {
    if (!obstacles.contains(obstacle)) {
      obstacles.add(obstacle);
    }
  }

  private Draft draft() {
    base.schema().unread().forEach(thing -> meet(new Obstacle.Unread(thing, "the database")));
    target.schema().unread().forEach(thing -> meet(new Obstacle.Unread(thing, "the declaration")));
    List<DraftStep> labels = new ArrayList<>();
    fates.altered().forEach(id -> labels.addAll(labels(id)));
    List<DraftStep> steps = new ArrayList<>();
    for (var entry : new Sequencing(base, target, fates, this::meet).order()) {
      steps.addAll(steps(entry));
    }
    steps.forEach(this::noticeUndeclared);
    List<DraftStage> stages = new ArrayList<>();
    if (!labels.isEmpty()) {
      stages.add(new DraftStage(true, labels));
    }
    if (!steps.isEmpty()) {
      stages.add(new DraftStage(true, steps));
    }
    return new Draft(base.schema().fingerprint(), target.schema().fingerprint(), stages, obstacles);
  }

  /** A new label can be used only after it is committed, so labels come in a stage of their own. */
  private List<DraftStep> labels(ObjectId id) {
    return id.kind() == ObjectKind.ENUM
        ? Altering.labels((EnumType) base.object(id), (EnumType) target.object(id))
        : List.of();
  }

  private void noticeUndeclared(DraftStep step) {
    if (step.operation()
        instanceof Operation.ChangeType(Column before, Column after, TypeChange.Undeclared u)) {
      meet(new Obstacle.NeedsConversion(before, after));
    }
  }

  private List<DraftStep> steps(Map.Entry<Node, SortedSet<ObjectId>> entry) {
    ObjectId id = entry.getKey().part();
    return switch (entry.getKey().action()) {
      case DROP -> List.of(drop(id, entry.getValue()));
      case ALTER -> alter(id);
      case CREATE -> create(id, entry.getValue());
    };
  }

  private DraftStep drop(ObjectId id, SortedSet<ObjectId> folded) {
    SchemaObject object = base.object(id);
    return switch (id.kind()) {
      case COLUMN_DEFAULT -> {
        Column column = (Column) object;
        yield AlteringColumns.setDefault(Parts.withoutDefault(column), column.defaultValue());
      }
      case OWNERSHIP -> Altering.own((Sequence) object, null, ((Sequence) object).ownedBy());
      default -> Making.drop(object, fates.rebuilt(id), parts(id, folded));
    };
  }

  /** What is dropped along with an object, and has to come back with it. */
  private List<SchemaObject> parts(ObjectId whole, SortedSet<ObjectId> folded) {
    return folded.stream().filter(id -> !id.equals(whole)).map(base::object).toList();
  }

  private List<DraftStep> alter(ObjectId id) {
    SchemaObject before = base.object(id);
    SchemaObject after = target.object(id);
    return switch (id.kind()) {
      case COLUMN_DEFAULT ->
          List.of(AlteringColumns.setDefault((Column) after, ((Column) before).defaultValue()));
      case COLUMN -> columns.alter((Column) before, (Column) after);
      case OWNERSHIP ->
          List.of(
              Altering.own(
                  (Sequence) after, ((Sequence) after).ownedBy(), ((Sequence) before).ownedBy()));
      default -> Altering.alter(before, after, !base.neededBy(id).isEmpty());
    };
  }

  private List<DraftStep> create(ObjectId id, SortedSet<ObjectId> folded) {
    SchemaObject object = target.object(id);
    return switch (id.kind()) {
      case TABLE -> Making.createTable((Table) object, columns((Table) object, folded));
      case COLUMN -> Making.create(withFolded((Column) object, folded), fates.rebuilt(id));
      case COLUMN_DEFAULT -> List.of(AlteringColumns.setDefault((Column) object, null));
      case OWNERSHIP ->
          List.of(Altering.own((Sequence) object, ((Sequence) object).ownedBy(), null));
      default -> Making.create(object, fates.rebuilt(id));
    };
  }

  private List<Column> columns(Table table, SortedSet<ObjectId> folded) {
    return target.schema().columnsOf(table.name()).stream()
        .filter(column -> folded.contains(column.id()))
        .map(column -> withFolded(column, folded))
        .toList();
  }

  private static Column withFolded(Column column, SortedSet<ObjectId> folded) {
    return folded.contains(column.defaultId()) ? column : Parts.withoutDefault(column);
  }
}
