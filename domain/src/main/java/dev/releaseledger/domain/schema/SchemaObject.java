package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** One object of a schema, as a value: equal exactly when the two objects are the same. */
public sealed interface SchemaObject
    permits Namespace,
        Extension,
        Table,
        Column,
        Constraint,
        Index,
        Sequence,
        EnumType,
        DomainType,
        CompositeType,
        View,
        MaterializedView,
        Routine,
        Trigger,
        RewriteRule,
        Policy,
        Defined,
        Grant {

  /** What names this object. */
  ObjectId id();

  /** The comment on it, or null. */
  @Nullable String comment();

  /** The same object with another comment, or with none. */
  SchemaObject commented(@Nullable String comment);

  /** The relation this object is a part of, or null when it stands for itself. */
  default @Nullable ObjectId parent() {
    return null;
  }
}
