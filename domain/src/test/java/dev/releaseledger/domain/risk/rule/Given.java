package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Generated;
import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.SequenceOptions;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.TriggerState;
import dev.releaseledger.domain.schema.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemas in few words. */
public final class Given {

  /** The tables {@code public.customers} and {@code public.orders}, which points to it. */
  public static final Table CUSTOMERS = new Table("public.customers", null);

  public static final Table ORDERS = new Table("public.orders", null);
  public static final Column CUSTOMER_ID = column(CUSTOMERS, "id", "integer", true);
  public static final Column CUSTOMER = column(ORDERS, "customer_id", "integer", true);
  public static final Column NOTE = column(ORDERS, "note", "text", false);

  private Given() {}

  /** A schema of both tables and these objects. */
  public static Schema shop(SchemaObject... more) {
    List<SchemaObject> objects = new ArrayList<>(Schema.empty().objects().values());
    objects.addAll(List.of(CUSTOMERS, ORDERS, CUSTOMER_ID, CUSTOMER));
    for (SchemaObject object : more) {
      if (!objects.contains(object)) {
        objects.add(object);
      }
    }
    return Schema.of(objects, List.of());
  }

  /** A schema of these objects alone. */
  public static Schema schema(SchemaObject... parts) {
    List<SchemaObject> objects = new ArrayList<>(Schema.empty().objects().values());
    objects.addAll(Arrays.asList(parts));
    return Schema.of(objects, List.of());
  }

  public static Table table(String name) {
    return new Table(name, null);
  }

  public static Column column(Table table, String name, String type, boolean notNull) {
    return column(table, name, type, notNull, null);
  }

  public static Column column(
      Table table, String name, String type, boolean notNull, @Nullable String value) {
    return new Column(table.name(), name, type, notNull, value, null, null, null, null);
  }

  public static Column identity(Table table, String name) {
    Identity identity =
        new Identity(
            false, "public.s", new SequenceOptions("bigint", "1", "1", "1", "99", "1", false));
    return new Column(table.name(), name, "bigint", true, null, identity, null, null, null);
  }

  public static Column generated(Table table, String name, boolean stored) {
    Generated generated = new Generated("(1 + 1)", stored);
    return new Column(table.name(), name, "integer", false, null, null, generated, null, null);
  }

  public static Column collated(Column it, String collation) {
    return new Column(
        it.table(), it.name(), it.type(), it.notNull(), null, null, null, collation, null);
  }

  public static Constraint primaryKey(Table table, String column) {
    return constraint(table, "pk", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (" + column + ")");
  }

  public static Constraint check(Table table, String condition) {
    return constraint(table, "c", ConstraintType.CHECK, "CHECK ((" + condition + "))");
  }

  public static Constraint unique(Table table, String column) {
    return constraint(table, "u", ConstraintType.UNIQUE, "UNIQUE (" + column + ")");
  }

  public static Constraint exclusion(Table table) {
    return constraint(table, "x", ConstraintType.EXCLUSION, "EXCLUDE USING gist (note WITH =)");
  }

  /** A foreign key to the customers. */
  public static Constraint foreignKey(Table table, String column) {
    return constraint(
        table,
        "fk",
        ConstraintType.FOREIGN_KEY,
        "FOREIGN KEY (" + column + ") REFERENCES public.customers(id) ON DELETE CASCADE");
  }

  public static Constraint notValid(Constraint it) {
    return new Constraint(it.table(), it.name(), it.type(), it.definition(), false, null);
  }

  private static Constraint constraint(
      Table table, String name, ConstraintType type, String definition) {
    return new Constraint(table.name(), name, type, definition, true, null);
  }

  public static Index index(Table table, String name, String columns) {
    String definition =
        "CREATE INDEX " + name + " ON " + table.name() + " USING btree (" + columns + ")";
    return new Index("public." + name, table.id(), definition, true, null);
  }

  public static DomainType domain(boolean checked) {
    List<DomainConstraint> constraints =
        checked
            ? List.of(new DomainConstraint("has_at", "CHECK ((VALUE ~ '@'))", true))
            : List.of();
    return new DomainType("public.email", "text", false, null, null, constraints, null);
  }

  public static EnumType mood(String... labels) {
    return new EnumType("public.mood", List.of(labels), null);
  }

  public static View view(String query) {
    return new View("public.v", query, List.of(), List.of(), null);
  }

  public static MaterializedView materializedView(String query) {
    return new MaterializedView("public.m", query, List.of(), null);
  }

  public static Trigger trigger(Table table) {
    String definition =
        "CREATE TRIGGER t BEFORE INSERT ON " + table.name() + " EXECUTE FUNCTION f()";
    return new Trigger("t", table.id(), definition, TriggerState.ENABLED, null);
  }

  /** A partition of the orders. */
  public static Table partition(String name, String bound) {
    PartitionBound of = new PartitionBound(ORDERS.name(), bound);
    return new Table(name, null, null, null, of, null, null, null, null, null, null);
  }

  public static Policy policy(Table table) {
    return new Policy(table.name(), "p", "ALL", true, List.of("public"), "true", null, null);
  }

  public static RewriteRule rewriteRule(Table table) {
    String definition = "CREATE RULE r AS ON INSERT TO " + table.name() + " DO NOTHING";
    return new RewriteRule("r", table.id(), definition, TriggerState.ENABLED, null);
  }

  public static Routine routine(String volatility) {
    String definition =
        "CREATE OR REPLACE FUNCTION public.f()\n RETURNS integer\n LANGUAGE sql\n "
            + volatility
            + "\nAS $function$ select 1 $function$\n";
    return new Routine("public.f()", false, "", "integer", definition, null);
  }

  public static Sequence sequence(@Nullable String owner) {
    SequenceOptions options = new SequenceOptions("bigint", "1", "1", "1", "99", "1", false);
    return new Sequence("public.s", options, owner, null);
  }

  public static Extension extension(String version) {
    return new Extension("citext", "public", version, null);
  }

  public static Defined defined(ObjectKind kind, String name) {
    return new Defined(
        new ObjectId(kind, name), "CREATE " + name, new TreeMap<>(), null, null, null);
  }
}
