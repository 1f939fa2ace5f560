package dev.releaseledger.domain.history;

import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows which object, standing for itself, another one is a part of. */
public final class Wholes {

  private Wholes() {}

  /** The object that this one goes with in the end; itself when it is no part of anything. */
  public static ObjectId of(SchemaObject object, Schema schema) {
    ObjectId whole = object.id();
    @Nullable ObjectId parent = object.parent();
    while (parent != null) {
      whole = parent;
      SchemaObject above = schema.find(parent);
      parent = above == null ? null : above.parent();
    }
    return whole;
  }

  /** An object with its parts, and with the sequences that its columns own. */
  public static List<SchemaObject> withParts(ObjectId whole, Schema schema) {
    List<SchemaObject> parts = new ArrayList<>();
    for (SchemaObject object : schema.objects().values()) {
      boolean owned =
          object instanceof Sequence sequence
              && sequence.ownedBy() != null
              && sequence.ownedBy().startsWith(whole.identity() + ".");
      if (owned || Objects.equals(of(object, schema), whole)) {
        parts.add(object);
      }
    }
    return parts;
  }
}
