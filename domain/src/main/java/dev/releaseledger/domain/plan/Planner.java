package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Finds the statements that lead from one schema to another, and the order they need. */
public final class Planner {

  private final Parts base;
  private final Parts target;
  private final PlanSettings settings;
  private final AlteringColumns columns;
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Fates fates;
  private final Only only;

  private Planner(Schema base, Schema target, PlanSettings settings) {
    this.base = Parts.of(base);
    this.target = Parts.of(target);
    this.settings = settings;
    this.columns =
        new AlteringColumns(new TypeChanges(base, target), settings, this.base.lineage());
    this.only = new Only(this.base.lineage(), this.target.lineage());
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
    new CountedColumns(base, target, fates).all().forEach(this::meet);
    List<DraftStep> labels = new ArrayList<>();
    fates.altered().forEach(id -> labels.addAll(labels(id)));
    ColumnGrants grants = new ColumnGrants(base.schema(), target.schema());
    List<Work> works = new ArrayList<>();
    for (Sequencing.Entry entry : new Sequencing(base, target, fates, this::meet).order()) {
      List<DraftStep> steps = steps(entry).stream().map(only::confine).map(grants::keep).toList();
      steps.forEach(this::noticeUndeclared);
      steps.forEach(this::noticeTooNew);
      steps.forEach(this::noticeKeyOfPartitions);
      works.add(Work.plain(entry.node(), entry.after(), steps));
    }
    List<DraftStage> stages = new ArrayList<>();
    if (!labels.isEmpty()) {
      stages.add(new DraftStage(true, labels, List.of()));
    }
    List<Work> careful = new Online(base, target, fates, settings).careful(works);
    for (DraftStage stage : OperatorLinks.settled(Staging.stages(careful))) {
      stages.add(stage.behind(labels.size()));
    }
    return new Draft(base.schema().fingerprint(), target.schema().fingerprint(), stages, obstacles);
  }

  /** A new label can be used only after it is committed, so labels come in a stage of their own. */
  private List<DraftStep> labels(ObjectId id) {
    return id.kind() == ObjectKind.ENUM && !fates.replaced().contains(id)
        ? Altering.labels((EnumType) base.object(id), (EnumType) target.object(id))
        : List.of();
  }

  private void noticeUndeclared(DraftStep step) {
    if (step.operation()
        instanceof Operation.ChangeType(Column before, Column after, TypeChange.Undeclared u)) {
      meet(new Obstacle.NeedsConversion(before, after));
    }
  }

  /** The server does not change the type of a column that tells which partition a row is in. */
  private void noticeKeyOfPartitions(DraftStep step) {
    if (step.operation() instanceof Operation.ChangeType it
        && target.lineage().table(it.target().table()) instanceof Table table
        && table.partitionKey() != null
        && it.target().isNamedIn(table.partitionKey())) {
      meet(new Obstacle.InUse(it.target().id(), table.id()));
    }
  }

  private void noticeTooNew(DraftStep step) {
    if (step.operation() instanceof Operation.Set(SchemaObject object, Setting what)
        && what == Setting.ACCESS_METHOD
        && settings.serverVersion() < 15) {
      meet(
          new Obstacle.NeedsNewerServer(
              object.id(), "the access method", 15, settings.serverVersion()));
    }
  }

  private List<DraftStep> steps(Sequencing.Entry entry) {
    ObjectId id = entry.node().part();
    return switch (entry.node().action()) {
      case DROP ->
          id.kind() == ObjectKind.PRIVILEGES
              ? Granting.drop((Grant) base.object(id), fates.rebuilt(id))
              : List.of(drop(id, entry.parts()));
      case ALTER -> alter(id);
      case CREATE -> withPrivileges(id, create(id, entry.parts()));
    };
  }

  private DraftStep drop(ObjectId id, SortedSet<ObjectId> folded) {
    SchemaObject object = base.object(id);
    return switch (id.kind()) {
      case COLUMN_DEFAULT -> {
        Column column = (Column) object;
        yield AlteringColumns.setDefault(column.defaulting(null), column.defaultValue());
      }
      case OWNERSHIP -> Altering.own((Sequence) object, null, ((Sequence) object).ownedBy());
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT, INDEX_ATTACHMENT ->
          Ties.drop(id, object);
      default ->
          Making.drop(
              object, fates.rebuilt(id), new Recreating(base, settings).undo(object, folded));
    };
  }

  private List<DraftStep> alter(ObjectId id) {
    if (fates.replaced().contains(id)) {
      return withPrivileges(id, new ReplacedTypes(base, target).steps(id));
    }
    SchemaObject before = base.object(id);
    SchemaObject after = target.object(id);
    return switch (id.kind()) {
      case COLUMN_DEFAULT ->
          List.of(AlteringColumns.setDefault((Column) after, ((Column) before).defaultValue()));
      case COLUMN -> columns.alter(cascaded((Column) before, (Column) after), (Column) after);
      case OWNERSHIP ->
          List.of(
              Altering.own(
                  (Sequence) after, ((Sequence) after).ownedBy(), ((Sequence) before).ownedBy()));
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT, INDEX_ATTACHMENT ->
          List.of(Ties.alter(id, before, after));
      default -> Altering.alter(before, after, !base.neededBy(id).isEmpty());
    };
  }

  /** What comes back is granted to whom it was, whether or not privileges are compared. */
  private List<DraftStep> withPrivileges(ObjectId made, List<DraftStep> making) {
    List<DraftStep> steps = new ArrayList<>(making);
    steps.addAll(
        new DefaultPrivileges(base.schema(), target.schema())
            .undone(made, fates.replaced().contains(made)));
    if (fates.rebuilt(made) || fates.replaced().contains(made)) {
      base.schema().access().on(made).forEach(it -> steps.addAll(Granting.create(it, true)));
    }
    return steps;
  }

  private List<DraftStep> create(ObjectId id, SortedSet<ObjectId> folded) {
    SchemaObject object = target.object(id);
    return switch (id.kind()) {
      case TABLE -> Making.createTable((Table) object, columns((Table) object, folded));
      case COLUMN -> createColumn((Column) object, folded);
      case COLUMN_DEFAULT -> List.of(AlteringColumns.setDefault((Column) object, null));
      case OWNERSHIP ->
          List.of(Altering.own((Sequence) object, ((Sequence) object).ownedBy(), null));
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT, INDEX_ATTACHMENT ->
          List.of(Ties.create(id, object));
      case CONSTRAINT -> createConstraint(object, folded);
      case INDEX -> createIndex(object);
      default -> Making.create(object, fates.rebuilt(id));
    };
  }

  /** Indexes that were there before they became parts of this one must not go with it. */
  private List<DraftStep> createIndex(SchemaObject object) {
    List<DraftStep> steps = new ArrayList<>(Making.create(object, fates.rebuilt(object.id())));
    List<String> older =
        target.lineage().parts(object.id()).stream()
            .filter(part -> !fates.created().contains(part.id()))
            .map(part -> (Index) base.object(part.id()))
            .filter(part -> !part.partitioned())
            .map(part -> Making.sql(Making.create(part, true)))
            .map(sql -> sql.replaceFirst(" INDEX ", " INDEX IF NOT EXISTS "))
            .toList();
    if (!older.isEmpty() && steps.getFirst().undo() instanceof Undo.Reversible(String sql)) {
      DraftStep made = steps.removeFirst();
      Undo undo = new Undo.Reversible(sql + ";\n" + String.join(";\n", older));
      steps.addFirst(new DraftStep(made.operation(), made.summary(), made.sql(), undo));
    }
    return steps;
  }

  /** What comes to the partitions along with a constraint has comments of its own. */
  private List<DraftStep> createConstraint(SchemaObject object, SortedSet<ObjectId> folded) {
    List<DraftStep> steps = new ArrayList<>(Making.create(object, fates.rebuilt(object.id())));
    folded.stream()
        .filter(id -> !id.equals(object.id()))
        .map(target::object)
        .filter(part -> part.comment() != null)
        .forEach(part -> steps.add(Making.comment(part)));
    return steps;
  }

  /** A column comes to all partitions at once, and is then made what it is to be in each. */
  private List<DraftStep> createColumn(Column column, SortedSet<ObjectId> folded) {
    Column made = withFolded(column, folded);
    List<DraftStep> steps = new ArrayList<>(Making.create(made, fates.rebuilt(column.id())));
    for (ObjectId id : folded) {
      if (id.kind() == ObjectKind.COLUMN && !id.equals(column.id())) {
        Column part = withFolded((Column) target.object(id), folded);
        Column inherited = made.inheritedBy(part.table());
        steps.addAll(columns.alter(inherited, part));
        if (!Objects.equals(inherited.defaultValue(), part.defaultValue())) {
          steps.add(AlteringColumns.setDefault(part, inherited.defaultValue()));
        }
      }
    }
    return steps;
  }

  /** The column as it is after the one above it has changed. */
  private Column cascaded(Column before, Column after) {
    Optional<Column> old = above(base, before);
    Optional<Column> changed = above(target, after);
    boolean together =
        old.isPresent() && changed.isPresent() && old.get().id().equals(changed.get().id());
    if (!together || fates.dropped().contains(attachment(before))) {
      return before;
    }
    Column typed =
        old.get().type().equals(changed.get().type())
                && Objects.equals(old.get().collation(), changed.get().collation())
            ? before
            : before.typed(after.type(), after.collation());
    boolean keeps =
        old.get().notNull() == changed.get().notNull()
            || (!changed.get().notNull() && !base.lineage().isPartition(before.table()));
    return keeps ? typed : typed.refusingNull(changed.get().notNull());
  }

  private static ObjectId attachment(Column column) {
    return new ObjectId(ObjectKind.ATTACHMENT, column.table());
  }

  private static Optional<Column> above(Parts parts, Column column) {
    return parts.lineage().counterpart(column).map(id -> (Column) parts.object(id));
  }

  private List<Column> columns(Table table, SortedSet<ObjectId> folded) {
    return target.schema().columnsOf(table.name()).stream()
        .filter(column -> folded.contains(column.id()))
        .map(column -> withFolded(column, folded))
        .toList();
  }

  private static Column withFolded(Column column, SortedSet<ObjectId> folded) {
    return folded.contains(column.defaultId()) ? column : column.defaulting(null);
  }
}
