package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A plain table; its columns, constraints, indexes and triggers are objects of their own. */
public record Table(String name, @Nullable String comment) implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.TABLE, name);
  }

  @Override
  public Table commented(@Nullable String text) {
    return new Table(name, text);
  }
}
