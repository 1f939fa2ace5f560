package dev.releaseledger.domain.history;

import dev.releaseledger.domain.diff.AspectChange;
import dev.releaseledger.domain.diff.Aspects;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one part of an object, or of the object itself.
 *
 * @param before what it was, or null when it was added
 * @param after what it is, or null when it was removed
 */
public record PartChange(
    PartKind kind, @Nullable SchemaObject before, @Nullable SchemaObject after) {

  /** The part, by the name it has now or had last. */
  public ObjectId part() {
    return Objects.requireNonNull(after == null ? before : after).id();
  }

  /** The name it had before, or null when that is the same or there was none. */
  public @Nullable ObjectId former() {
    return before == null || before.id().equals(part()) ? null : before.id();
  }

  /** In what it is not as it was. */
  public List<AspectChange> aspects() {
    return Aspects.between(before, after);
  }
}
