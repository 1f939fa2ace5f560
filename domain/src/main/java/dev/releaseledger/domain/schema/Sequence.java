package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A sequence that is not the inside of an identity column. */
public record Sequence(
    String name, SequenceOptions options, @Nullable String ownedBy, @Nullable String comment)
    implements SchemaObject {

  /** What names the tie to the owning column. */
  public ObjectId ownershipId() {
    return new ObjectId(ObjectKind.OWNERSHIP, name);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.SEQUENCE, name);
  }

  @Override
  public Sequence commented(@Nullable String text) {
    return new Sequence(name, options, ownedBy, text);
  }
}
