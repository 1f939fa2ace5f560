package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * An index that is not the index of a constraint; an invalid one is left by a failed concurrent
 * build.
 */
public record Index(
    String name, ObjectId relation, String definition, boolean valid, @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.INDEX, name);
  }

  @Override
  public Index commented(@Nullable String text) {
    return new Index(name, relation, definition, valid, text);
  }

  /** The same index as a build that succeeds leaves it. */
  public Index rebuilt() {
    return new Index(name, relation, definition, true, comment);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
