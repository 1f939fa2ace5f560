package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the rows of today in the columns of tomorrow, so that tomorrow's rules can be asked. */
record Passage(Schema base, Schema target, PlanSettings settings, Renaming renaming) {

  /** Whether the table is there now and will be. */
  boolean keeps(String table) {
    ObjectId id = new ObjectId(ObjectKind.TABLE, table);
    return base.find(id) != null && target.find(id) != null;
  }

  /** The rows of a kept table with these columns as they will be, to stand after FROM. */
  String rows(String table, Collection<String> columns) {
    return columns.stream()
        .map(name -> value(table, name) + " AS " + name)
        .collect(Collectors.joining(", ", "(SELECT ", " FROM " + source(table) + ") AS r"));
  }

  /** A table of the base, as a database has it that has yet to see the renames; for after FROM. */
  String source(String table) {
    String former = renaming.former(new ObjectId(ObjectKind.TABLE, table)).identity();
    String columns =
        base.columnsOf(table).stream()
            .map(column ->
                QualifiedName.of(renaming.former(column.id())).last() + " AS " + column.name())
            .collect(Collectors.joining(", "));
    return renaming.isEmpty() ? table : "(SELECT %s FROM %s) AS former".formatted(columns, former);
  }

  /** The columns that an object of the target needs of a table; all, if it does not say. */
  List<String> columnsOf(ObjectId user, String table) {
    List<String> used =
        target.columnsOf(table).stream()
            .filter(column -> target.dependencies().contains(new Dependency(user, column.id())))
            .map(Column::name)
            .toList();
    return used.isEmpty() ? target.columnsOf(table).stream().map(Column::name).toList() : used;
  }

  /** The same columns and those of the primary key. */
  Collection<String> withKey(String table, Collection<String> columns) {
    TreeSet<String> all = new TreeSet<>(columns);
    all.addAll(key(table));
    return all;
  }

  /** What names a row in words, or null when the table has no primary key. */
  @Nullable String keyText(String table) {
    List<String> key = key(table);
    return key.isEmpty()
        ? null
        : key.stream()
            .map(name -> "'" + name.replace("'", "''") + "=' || r." + name)
            .collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
  }

  private List<String> key(String table) {
    return base
        .objects()
        .subMap(
            new ObjectId(ObjectKind.CONSTRAINT, table + "."),
            new ObjectId(ObjectKind.CONSTRAINT, table + "/"))
        .values()
        .stream()
        .map(Constraint.class::cast)
        .filter(it -> it.type() == ConstraintType.PRIMARY_KEY)
        .flatMap(it -> Clause.items(Clause.within(it.definition(), 0)).stream())
        .filter(name -> column(target, table, name) != null)
        .toList();
  }

  /** The value a row will have in a column, in terms of the columns it has now. */
  String value(String table, String name) {
    Column before = column(base, table, name);
    Column after = Objects.requireNonNull(column(target, table, name));
    if (before == null) {
      return "(%s)::%s".formatted(initial(after), plain(after.type()));
    }
    String conversion = settings.conversions().get(after.id().identity());
    if (before.type().equals(after.type())) {
      return name;
    }
    return "(%s)::%s".formatted(conversion == null ? name : conversion, plain(after.type()));
  }

  /** What a new column holds; what is drawn anew for every row is taken for unknown. */
  private static String initial(Column column) {
    String expression = column.generated() == null ? column.defaultValue() : null;
    return expression == null || expression.contains("(") ? "NULL" : expression;
  }

  /** A domain's constraints are asked about on their own, and it may not be there yet. */
  String plain(String type) {
    return target.find(new ObjectId(ObjectKind.DOMAIN, type)) instanceof DomainType domain
        ? plain(domain.type())
        : type;
  }

  private static @Nullable Column column(Schema schema, String table, String name) {
    return (Column) schema.find(new ObjectId(ObjectKind.COLUMN, table + "." + name));
  }
}
