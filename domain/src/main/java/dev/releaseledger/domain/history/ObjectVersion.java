package dev.releaseledger.domain.history;

import dev.releaseledger.domain.schema.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a release made of one object that stands for itself, with all its parts.
 *
 * @param object the object, by the name it has now or had last
 * @param former the name it had before, or null when that is the same or there was none
 * @param parts what became of it and of each part; never empty
 */
public record ObjectVersion(
    ObjectId object, @Nullable ObjectId former, VersionKind kind, List<PartChange> parts) {

  public ObjectVersion {
    parts = List.copyOf(parts);
  }
}
