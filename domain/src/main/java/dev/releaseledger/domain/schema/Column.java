package dev.releaseledger.domain.schema;

import java.util.regex.Pattern;
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
    return with(type, value, collation, storage, notNullConstraint, comment);
  }

  /** What the server makes of the column when it gives it this type. */
  public Column typed(String other, @Nullable String otherCollation) {
    ColumnStorage left = ColumnStorage.orUsual(storage).retyped();
    return with(other, defaultValue, otherCollation, left, notNullConstraint, comment);
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
    return with(type, defaultValue, collation, storage, constraint, comment);
  }

  /** The same column as the statement that makes it leaves it. */
  public Column madeAs() {
    ColumnStorage made = ColumnStorage.orUsual(storage).made();
    return with(type, defaultValue, collation, made, notNullConstraint, comment);
  }

  private Column with(
      String itsType,
      @Nullable String itsDefault,
      @Nullable String itsCollation,
      @Nullable ColumnStorage itsStorage,
      @Nullable NotNullConstraint itsConstraint,
      @Nullable String itsComment) {
    return new Column(
        table,
        name,
        itsType,
        notNull,
        itsDefault,
        identity,
        generated,
        itsCollation,
        itsStorage,
        itsConstraint,
        itsComment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COLUMN, table + "." + name);
  }

  @Override
  public Column commented(@Nullable String text) {
    return with(type, defaultValue, collation, storage, notNullConstraint, text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }

  /** Whether a piece of SQL has this column's name in it, other than as a function's. */
  public boolean isNamedIn(String sql) {
    return Pattern.compile("(?<![\\w$\"])" + Pattern.quote(name) + "(?![\\w$\"(])")
        .matcher(sql)
        .find();
  }
}
