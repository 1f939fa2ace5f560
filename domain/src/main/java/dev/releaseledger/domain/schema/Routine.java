package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A function, window function or procedure, with its definition as the server writes it. */
public record Routine(
    String identity,
    boolean procedure,
    String arguments,
    @Nullable String result,
    String definition,
    @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.ROUTINE, identity);
  }

  @Override
  public Routine commented(@Nullable String text) {
    return new Routine(identity, procedure, arguments, result, definition, text);
  }
}
