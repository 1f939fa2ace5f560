package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A trigger on a table or view, and when it fires. */
public record Trigger(
    String name, ObjectId relation, String definition, TriggerState state, @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.TRIGGER, relation.identity() + "." + name);
  }

  @Override
  public Trigger commented(@Nullable String text) {
    return new Trigger(name, relation, definition, state, text);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
