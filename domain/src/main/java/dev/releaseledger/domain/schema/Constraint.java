package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A table constraint, with its definition as the server writes it, without {@code NOT VALID}. */
public record Constraint(
    String table,
    String name,
    ConstraintType type,
    String definition,
    boolean validated,
    @Nullable String comment)
    implements SchemaObject {

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.CONSTRAINT, table + "." + name);
  }

  @Override
  public Constraint commented(@Nullable String text) {
    return new Constraint(table, name, type, definition, validated, text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }
}
