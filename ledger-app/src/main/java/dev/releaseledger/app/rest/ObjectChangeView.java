package dev.releaseledger.app.rest;

import dev.releaseledger.domain.diff.AspectChange;
import dev.releaseledger.domain.history.ObjectVersion;
import dev.releaseledger.domain.history.PartChange;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.projections.schemahistory.VersionPart;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of an object, on the wire: objects are named in words, such as a view's. */
record ObjectChangeView(
    String object, @Nullable String former, String change, List<PartView> parts) {

  record PartView(
      String part, @Nullable String former, String change, List<AspectChange> aspects) {}

  static ObjectChangeView of(ObjectVersion version) {
    return new ObjectChangeView(
        version.object().label(),
        label(version.former()),
        word(version.kind()),
        version.parts().stream().map(ObjectChangeView::part).toList());
  }

  private static PartView part(PartChange change) {
    return new PartView(
        change.part().label(), label(change.former()), word(change.kind()), change.aspects());
  }

  static PartView part(VersionPart part) {
    return new PartView(
        kept(part.part()),
        part.former() == null ? null : kept(part.former()),
        part.kind(),
        part.aspects());
  }

  /** The words for an object that a view names as {@code ObjectId} writes it. */
  static String kept(String object) {
    return ObjectId.parse(object).label();
  }

  private static @Nullable String label(@Nullable ObjectId id) {
    return id == null ? null : id.label();
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
