package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A schema in PostgreSQL's sense: a namespace. */
public record Namespace(String name, @Nullable String comment) implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.SCHEMA, name);
  }

  @Override
  public Namespace commented(@Nullable String text) {
    return new Namespace(name, text);
  }
}
