package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table; its default is a thing of its own when it comes to dependencies.
 *
 * @param storage how it is stored and sampled, or null when that is as usual
 * @param notNullConstraint what is particular about its NOT NULL constraint, or null
 */
public record Column(
    String table,
    String name,
    String type,
    boolean notNull,
    @Nullable String defaultValue,
    @Nullable Identity identity,
    @Nullable Generated generated,
    @Nullable String collation,
    @Nullable ColumnStorage storage,
    @Nullable NotNullConstraint notNullConstraint,
    @Nullable String comment)
    implements SchemaObject {

  /** A column that is stored as usual. */
  public Column(
      String table,
      String name,
      String type,
      boolean notNull,
      @Nullable String defaultValue,
      @Nullable Identity identity,
      @Nullable Generated generated,
      @Nullable String collation,
      @Nullable String comment) {
    this(
        table,
        name,
        type,
        notNull,
        defaultValue,
        identity,
        generated,
        collation,
        null,
        null,
        comment);
  }

  /** What names the default of this column. */
  public ObjectId defaultId() {
    return new ObjectId(ObjectKind.COLUMN_DEFAULT, id().identity());
  }

  /** The same column with another default, or with none. */
  public Column defaulting(@Nullable String value) {
    return new Column(
        table,
        name,
        type,
        notNull,
        value,
        identity,
        generated,
        collation,
        storage,
        notNullConstraint,
        comment);
  }

  /** The same column of this type. */
  public Column typed(String other, @Nullable String otherCollation) {
    return new Column(
        table,
        name,
        other,
        notNull,
        defaultValue,
        identity,
        generated,
        otherCollation,
        storage,
        notNullConstraint,
        comment);
  }

  /** The same column, which refuses NULL or does not. */
  public Column refusingNull(boolean refuses) {
    return new Column(
        table,
        name,
        type,
        refuses,
        defaultValue,
        identity,
        generated,
        collation,
        storage,
        refuses ? notNullConstraint : null,
        comment);
  }

  /** What another table gets that inherits this column, or is a partition of this one's table. */
  public Column inheritedBy(String other) {
    return new Column(
        other,
        name,
        type,
        notNull,
        defaultValue,
        null,
        generated,
        collation,
        null,
        notNullConstraint,
        null);
  }

  /** The same column with another NOT NULL constraint. */
  public Column constrained(@Nullable NotNullConstraint constraint) {
    return new Column(
        table,
        name,
        type,
        notNull,
        defaultValue,
        identity,
        generated,
        collation,
        storage,
        constraint,
        comment);
  }

  /** The same column as the statement that makes it leaves it. */
  public Column madeAs() {
    ColumnStorage made =
        storage == null
            ? null
            : new ColumnStorage(null, null, null, List.of(), storage.foreignOptions()).orNull();
    return new Column(
        table,
        name,
        type,
        notNull,
        defaultValue,
        identity,
        generated,
        collation,
        made,
        notNullConstraint,
        comment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COLUMN, table + "." + name);
  }

  @Override
  public Column commented(@Nullable String text) {
    return new Column(
        table,
        name,
        type,
        notNull,
        defaultValue,
        identity,
        generated,
        collation,
        storage,
        notNullConstraint,
        text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }
}
