package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is there while a plan runs: both schemas, and what is known of the server. */
public final class Context {

  private final Schema base;
  private final Schema target;
  private final PlanSettings settings;
  private final Relations before;
  private final Relations after;
  private @Nullable List<Table> coming;

  public Context(Schema base, Schema target, PlanSettings settings) {
    this.base = base;
    this.target = target;
    this.settings = settings;
    this.before = new Relations(base);
    this.after = new Relations(target);
  }

  /** The schema the plan starts from. */
  public Schema base() {
    return base;
  }

  /** The schema the plan leads to. */
  public Schema target() {
    return target;
  }

  /** What the tables of the base have. */
  public Relations before() {
    return before;
  }

  /** What the tables of the target have. */
  public Relations after() {
    return after;
  }

  /** The major version of the server. */
  public int version() {
    return settings.serverVersion();
  }

  /** Whether somebody may use it while the plan runs, because it is there already. */
  public boolean inUse(@Nullable ObjectId object) {
    return object != null && base.find(object) != null;
  }

  /** Whether a table of this name is in use. */
  public boolean inUse(String table) {
    return inUse(new ObjectId(ObjectKind.TABLE, table));
  }

  /** Whether the table is in use and may have rows. */
  public boolean hasRows(String table) {
    return inUse(table) && !settings.emptyTables().contains(table);
  }

  /** Whether the relation is in use and may have rows. */
  public boolean hasRows(ObjectId relation) {
    return inUse(relation) && !settings.emptyTables().contains(relation.identity());
  }

  /** Whether all that a step works on has no rows, so that its work takes no time. */
  public boolean idle(Operation operation) {
    return switch (operation) {
      case Operation.Create it -> it.made().parent() != null && !hasRows(it.made().parent());
      case Operation.ChangeType it -> !hasRows(it.target().table());
      case Operation.SetNotNull it -> !hasRows(it.column().table());
      case Operation.Validate it -> !hasRows(it.constraint().table());
      default -> false;
    };
  }

  /** Whether this is a part of a foreign table, whose rows are elsewhere and are not looked at. */
  boolean isForeign(ObjectId part) {
    SchemaObject object = target.find(part);
    ObjectId parent = object == null ? null : object.parent();
    return parent != null && target.find(parent) instanceof Table table && table.foreign() != null;
  }

  /** The lock, if this is in use, or null. */
  public @Nullable Lock ifInUse(@Nullable ObjectId object, Lock lock) {
    return inUse(object) ? lock : null;
  }

  /** Whether an object that comes needs a relation that is in use. */
  public boolean readsWhatIsInUse(ObjectId coming) {
    return needs(target, coming)
        .anyMatch(need -> inUse(need) && (isRelation(need) || need.kind() == ObjectKind.COLUMN));
  }

  private static boolean isRelation(ObjectId id) {
    return id.kind() == ObjectKind.TABLE
        || id.kind() == ObjectKind.VIEW
        || id.kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  /** What an object needs, from what the catalog says. */
  public static Stream<ObjectId> needs(Schema schema, ObjectId object) {
    ObjectId first = new ObjectId(ObjectKind.SCHEMA, "");
    return schema.dependencies().tailSet(new Dependency(object, first)).stream()
        .takeWhile(dependency -> dependency.from().equals(object))
        .map(Dependency::on);
  }

  /** The domain of this name in the target, when it refuses some values. */
  public @Nullable DomainType checkedDomain(String type) {
    return target.find(new ObjectId(ObjectKind.DOMAIN, type)) instanceof DomainType domain
            && (domain.notNull() || !domain.constraints().isEmpty())
        ? domain
        : null;
  }

  /** Whether a validated check of the base says that the column has no NULL. */
  public boolean provesNotNull(Column column) {
    String proof = "CHECK ((" + column.name() + " IS NOT NULL))";
    return before.constraints(column.table()).stream()
        .anyMatch(it -> it.holds() && it.definition().equals(proof));
  }

  /** The foreign keys that point to this column and stay while it changes. */
  public List<Constraint> referencing(Column column) {
    return before.referencing(column.table()).stream()
        .filter(key -> Definitions.referenced(key.definition()).contains(column.name()))
        .filter(key -> stays(key) && !joinsChangingColumns(key))
        .toList();
  }

  /** A foreign key whose own column changes its type too is out of the way meanwhile. */
  private boolean joinsChangingColumns(Constraint key) {
    return Definitions.columns(key.definition()).stream()
        .map(name -> new ObjectId(ObjectKind.COLUMN, key.table() + "." + name))
        .anyMatch(id ->
            base.find(id) instanceof Column own
                && target.find(id) instanceof Column then
                && !own.type().equals(then.type()));
  }

  /** Whether an index or an indexed constraint that stays has this column. */
  public boolean indexed(Column column) {
    return before.indexes(column.parent()).stream()
            .filter(this::stays)
            .anyMatch(it -> column.isNamedIn(it.definition()))
        || before.constraints(column.table()).stream()
            .filter(it -> isIndexed(it.type()) && stays(it))
            .anyMatch(it -> column.isNamedIn(it.definition()));
  }

  /** Whether a check that stays looks at this column. */
  public boolean checked(Column column) {
    return before.constraints(column.table()).stream()
        .filter(it -> it.type() == ConstraintType.CHECK && stays(it))
        .anyMatch(it -> column.isNamedIn(it.definition()));
  }

  /** What has another definition in the target is out of the way while columns change. */
  private boolean stays(SchemaObject object) {
    SchemaObject after = target.find(object.id());
    return after != null && after.commented(null).equals(object.commented(null));
  }

  /** Whether constraints of a type have an index. */
  public static boolean isIndexed(ConstraintType type) {
    return switch (type) {
      case PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
      case CHECK, FOREIGN_KEY -> false;
    };
  }

  /** The tables that only the target has. */
  public List<Table> comingTables() {
    if (coming == null) {
      coming = after.tables().stream().filter(it -> !inUse(it.id())).toList();
    }
    return coming;
  }
}
