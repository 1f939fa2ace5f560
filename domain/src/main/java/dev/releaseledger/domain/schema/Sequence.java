package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is not the inside of an identity column.
 *
 * @param persistence null for a logged one
 */
public record Sequence(
    String name,
    SequenceOptions options,
    @Nullable String ownedBy,
    @Nullable Persistence persistence,
    @Nullable String comment)
    implements SchemaObject {

  /** A logged sequence. */
  public Sequence(
      String name, SequenceOptions options, @Nullable String ownedBy, @Nullable String comment) {
    this(name, options, ownedBy, null, comment);
  }

  /** What names the tie to the owning column. */
  public ObjectId ownershipId() {
    return new ObjectId(ObjectKind.OWNERSHIP, name);
  }

  /** The same sequence, owned by no column. */
  public Sequence withoutOwner() {
    return new Sequence(name, options, null, persistence, comment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.SEQUENCE, name);
  }

  @Override
  public Sequence commented(@Nullable String text) {
    return new Sequence(name, options, ownedBy, persistence, text);
  }
}
