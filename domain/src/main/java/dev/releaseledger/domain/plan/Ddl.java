package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ColumnStorage;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Persistence;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.SequenceOptions;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.TableStorage;
import dev.releaseledger.domain.schema.Trigger;
import dev.releaseledger.domain.schema.View;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the statements that make and drop objects. */
final class Ddl {

  private Ddl() {}

  /** Makes an object that is not a table, without its comment. */
  static String create(SchemaObject object) {
    return switch (object) {
      case Namespace it -> "CREATE SCHEMA " + it.name();
      case Extension it ->
          "CREATE EXTENSION %s WITH SCHEMA %s VERSION %s"
              .formatted(it.name(), it.schema(), literal(it.version()));
      case Table it -> createTable(it, List.of());
      case Column it -> "ALTER TABLE " + it.table() + " ADD COLUMN " + column(it);
      case Constraint it ->
          "ALTER TABLE %s ADD CONSTRAINT %s %s%s"
              .formatted(it.table(), it.name(), IndexClauses.into(it), notValid(it.validated()));
      case Index it -> it.definition();
      case Sequence it ->
          "CREATE %sSEQUENCE %s %s"
              .formatted(
                  it.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "",
                  it.name(),
                  options(it.options(), true));
      case EnumType it -> "CREATE TYPE " + it.name() + " AS ENUM (" + literals(it.labels()) + ")";
      case DomainType it -> createDomain(it);
      case CompositeType it ->
          "CREATE TYPE " + it.name() + " AS (" + attributes(it.attributes()) + ")";
      case View it -> "CREATE VIEW " + viewBody(it);
      case MaterializedView it ->
          "CREATE MATERIALIZED VIEW " + it.name() + storage(it.storage()) + " AS\n" + it.query();
      case Routine it -> it.definition();
      case Trigger it -> it.definition();
      case RewriteRule it -> it.definition();
      case Policy it -> Policies.create(it);
      case Defined it -> Defining.create(it);
      case Grant it -> Granting.sql(Granting.create(it, false));
    };
  }

  /** Makes a table with these columns. */
  static String createTable(Table table, List<Column> columns) {
    boolean unlogged = TableStorage.orUsual(table.storage()).unlogged();
    String kind =
        table.foreign() == null ? (unlogged ? "UNLOGGED TABLE" : "TABLE") : "FOREIGN TABLE";
    String body =
        columns.isEmpty()
            ? "()"
            : columns.stream()
                .map(column -> "  " + column(column))
                .collect(Collectors.joining(",\n", "(\n", "\n)"));
    String server =
        table.foreign() == null
            ? ""
            : " SERVER " + table.foreign().server() + Options.foreign(table.foreign().options());
    String key = table.partitionKey() == null ? "" : " PARTITION BY " + table.partitionKey();
    return "CREATE %s %s %s%s%s%s"
        .formatted(kind, table.name(), body, key, server, storage(table.storage()));
  }

  private static String storage(@Nullable TableStorage given) {
    TableStorage storage = TableStorage.orUsual(given);
    return (storage.accessMethod() == null ? "" : " USING " + storage.accessMethod())
        + (storage.options().isEmpty() ? "" : " WITH " + Options.list(storage.options()))
        + (storage.tablespace() == null ? "" : " TABLESPACE " + storage.tablespace());
  }

  /** Drops an object. */
  static String drop(SchemaObject object) {
    return switch (object) {
      case Namespace it -> "DROP SCHEMA " + it.name();
      case Extension it -> "DROP EXTENSION " + it.name();
      case Table it -> (it.foreign() == null ? "DROP TABLE " : "DROP FOREIGN TABLE ") + it.name();
      case Column it -> "ALTER TABLE " + it.table() + " DROP COLUMN " + it.name();
      case Constraint it -> "ALTER TABLE " + it.table() + " DROP CONSTRAINT " + it.name();
      case Index it -> "DROP INDEX " + it.name();
      case Sequence it -> "DROP SEQUENCE " + it.name();
      case EnumType it -> "DROP TYPE " + it.name();
      case DomainType it -> "DROP DOMAIN " + it.name();
      case CompositeType it -> "DROP TYPE " + it.name();
      case View it -> "DROP VIEW " + it.name();
      case MaterializedView it -> "DROP MATERIALIZED VIEW " + it.name();
      case Routine it -> "DROP " + (it.procedure() ? "PROCEDURE " : "FUNCTION ") + it.identity();
      case Trigger it -> "DROP TRIGGER " + it.name() + " ON " + it.relation().identity();
      case RewriteRule it -> "DROP RULE " + it.name() + " ON " + it.relation().identity();
      case Policy it -> "DROP POLICY " + it.name() + " ON " + it.table();
      case Defined it -> Defining.drop(it);
      case Grant it -> Granting.sql(Granting.drop(it, true));
    };
  }

  /** Drops an object, where the drop of a foreign key above may have taken it along. */
  static String dropIfStillThere(SchemaObject object) {
    return object instanceof Constraint it && isForeignKey(it) && it.partOf() != null
        ? "ALTER TABLE " + it.table() + " DROP CONSTRAINT IF EXISTS " + it.name()
        : drop(object);
  }

  /** Writes a comment, or removes it. */
  static String comment(SchemaObject object, @Nullable String text) {
    String on =
        switch (object) {
          case Namespace it -> "SCHEMA " + it.name();
          case Extension it -> "EXTENSION " + it.name();
          case Table it -> (it.foreign() == null ? "TABLE " : "FOREIGN TABLE ") + it.name();
          case Column it -> "COLUMN " + it.id().identity();
          case Constraint it -> "CONSTRAINT " + it.name() + " ON " + it.table();
          case Index it -> "INDEX " + it.name();
          case Sequence it -> "SEQUENCE " + it.name();
          case EnumType it -> "TYPE " + it.name();
          case DomainType it -> "DOMAIN " + it.name();
          case CompositeType it -> "TYPE " + it.name();
          case View it -> "VIEW " + it.name();
          case MaterializedView it -> "MATERIALIZED VIEW " + it.name();
          case Routine it -> (it.procedure() ? "PROCEDURE " : "FUNCTION ") + it.identity();
          case Trigger it -> "TRIGGER " + it.name() + " ON " + it.relation().identity();
          case RewriteRule it -> "RULE " + it.name() + " ON " + it.relation().identity();
          case Policy it -> "POLICY " + it.name() + " ON " + it.table();
          case Defined it -> Defining.named(it.id());
          case Grant it -> throw new IllegalArgumentException("no comment on " + it.id());
        };
    return comment(on, text);
  }

  /** Writes a comment on what these words name, or removes it. */
  static String comment(String on, @Nullable String text) {
    return "COMMENT ON " + on + " IS " + literalOrNull(text);
  }

  /** Writes a comment on a column of a view or an attribute of a type, or removes it. */
  static String comment(ObjectId owner, Attribute attribute) {
    return "COMMENT ON COLUMN "
        + owner.identity()
        + "."
        + attribute.name()
        + " IS "
        + literalOrNull(attribute.comment());
  }

  /** The beginning of every change of a column. */
  static String alterColumn(Column column) {
    return "ALTER TABLE " + column.table() + " ALTER COLUMN " + column.name() + " ";
  }

  static String viewBody(View view) {
    String options =
        view.options().isEmpty()
            ? ""
            : view.options().stream()
                .map(Ddl::option)
                .collect(Collectors.joining(", ", " WITH (", ")"));
    return view.name() + options + " AS\n" + view.query();
  }

  private static String option(String stored) {
    int equals = stored.indexOf('=');
    return stored.substring(0, equals) + "=" + literal(stored.substring(equals + 1));
  }

  static String column(Column column) {
    StringBuilder sql = new StringBuilder(column.name()).append(' ').append(column.type());
    sql.append(Options.foreign(ColumnStorage.orUsual(column.storage()).foreignOptions()));
    if (column.collation() != null) {
      sql.append(" COLLATE ").append(column.collation());
    }
    if (column.generated() != null) {
      sql.append(" GENERATED ALWAYS AS (").append(column.generated().expression()).append(')');
      sql.append(column.generated().stored() ? " STORED" : " VIRTUAL");
    }
    if (column.defaultValue() != null) {
      sql.append(" DEFAULT ").append(column.defaultValue());
    }
    if (column.notNull()) {
      sql.append(NotNulls.inline(column));
    }
    if (column.identity() != null) {
      sql.append(' ').append(identity(column.identity()));
    }
    return sql.toString();
  }

  static String identity(Identity identity) {
    return "GENERATED %s AS IDENTITY (SEQUENCE NAME %s %s)"
        .formatted(
            identity.always() ? "ALWAYS" : "BY DEFAULT",
            identity.sequence(),
            options(identity.options(), false));
  }

  /** How a sequence counts; inside an identity column its type is the column's. */
  static String options(SequenceOptions it, boolean withType) {
    return (withType ? "AS " + it.type() + " " : "")
        + "INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %s"
            .formatted(
                it.increment(),
                it.minimum(),
                it.maximum(),
                it.start(),
                it.cache(),
                it.cycle() ? "CYCLE" : "NO CYCLE");
  }

  /** Gives a sequence another name; it stays in its schema. */
  static String renameSequence(String from, String to) {
    return "ALTER SEQUENCE " + from + " RENAME TO " + Identifiers.last(to);
  }

  private static String createDomain(DomainType domain) {
    StringBuilder sql = new StringBuilder("CREATE DOMAIN " + domain.name() + " AS ");
    sql.append(domain.type());
    if (domain.collation() != null) {
      sql.append(" COLLATE ").append(domain.collation());
    }
    if (domain.defaultValue() != null) {
      sql.append(" DEFAULT ").append(domain.defaultValue());
    }
    if (domain.notNull()) {
      sql.append(" NOT NULL");
    }
    for (DomainConstraint constraint : domain.constraints()) {
      if (constraint.validated()) {
        sql.append(" CONSTRAINT ").append(constraint.name()).append(' ');
        sql.append(constraint.definition());
      }
    }
    return sql.toString();
  }

  static String addDomainConstraint(DomainType domain, DomainConstraint constraint) {
    return "ALTER DOMAIN %s ADD CONSTRAINT %s %s%s"
        .formatted(
            domain.name(),
            constraint.name(),
            constraint.definition(),
            notValid(constraint.validated()));
  }

  private static String notValid(boolean validated) {
    return validated ? "" : " NOT VALID";
  }

  static String attribute(Attribute attribute) {
    String collation = attribute.collation() == null ? "" : " COLLATE " + attribute.collation();
    return attribute.name() + " " + attribute.type() + collation;
  }

  private static String attributes(List<Attribute> attributes) {
    return attributes.stream().map(Ddl::attribute).collect(Collectors.joining(", "));
  }

  private static String literals(List<String> values) {
    return values.stream().map(Ddl::literal).collect(Collectors.joining(", "));
  }

  /** Whether dropping a table on its own takes this constraint with it. */
  static boolean isForeignKey(SchemaObject object) {
    return object instanceof Constraint constraint
        && constraint.type() == ConstraintType.FOREIGN_KEY;
  }

  private static String literalOrNull(@Nullable String text) {
    return text == null ? "NULL" : literal(text);
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
