package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.diff.AspectChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one part of an object, or of the object itself.
 *
 * @param kind {@code added}, {@code changed}, {@code renamed}, {@code followed} or {@code removed}
 * @param part the part as {@code ObjectId} writes it
 * @param former the name it had before, or null when that is the same
 * @param aspects in what it is not as it was
 */
public record VersionPart(
    String kind, String part, @Nullable String former, List<AspectChange> aspects) {

  public VersionPart {
    aspects = List.copyOf(aspects);
  }
}
