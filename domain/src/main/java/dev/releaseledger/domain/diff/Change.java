package dev.releaseledger.domain.diff;

import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;

/** One object that is not the same on both sides. */
public sealed interface Change {

  /** The object it is about. */
  ObjectId id();

  /** The target has it, the base does not. */
  record Added(SchemaObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /** The base has it, the target does not. */
  record Removed(SchemaObject object) implements Change {
    @Override
    public ObjectId id() {
      return object.id();
    }
  }

  /** Both have it, and it is not the same. */
  record Altered(SchemaObject base, SchemaObject target) implements Change {
    @Override
    public ObjectId id() {
      return target.id();
    }
  }
}
