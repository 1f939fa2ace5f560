package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A column of a table; its default is a thing of its own when it comes to dependencies. */
public record Column(
    String table,
    String name,
    String type,
    boolean notNull,
    @Nullable String defaultValue,
    @Nullable Identity identity,
    @Nullable Generated generated,
    @Nullable String collation,
    @Nullable String comment)
    implements SchemaObject {

  /** What names the default of this column. */
  public ObjectId defaultId() {
    return new ObjectId(ObjectKind.COLUMN_DEFAULT, id().identity());
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.COLUMN, table + "." + name);
  }

  @Override
  public Column commented(@Nullable String text) {
    return new Column(
        table, name, type, notNull, defaultValue, identity, generated, collation, text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }
}
