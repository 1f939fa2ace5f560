package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one role may do with one object beyond what a new object allows it, or short of it.
 *
 * @param on the object, or the default privileges of objects to come
 * @param column the one column of the relation, or null for the whole object
 * @param grantee the role as SQL writes it, or {@code PUBLIC}
 * @param privileges what it may do
 * @param grantable what of it the role may pass on
 * @param standing what it may do with such an object when nothing is granted or revoked
 */
public record Grant(
    ObjectId on,
    @Nullable String column,
    String grantee,
    List<String> privileges,
    List<String> grantable,
    List<String> standing)
    implements SchemaObject {

  public Grant {
    privileges = List.copyOf(privileges);
    grantable = List.copyOf(grantable);
    standing = List.copyOf(standing);
  }

  @Override
  public ObjectId id() {
    String part = column == null ? "" : " (" + column + ")";
    return new ObjectId(ObjectKind.PRIVILEGES, on.label() + part + " to " + grantee);
  }

  @Override
  public @Nullable String comment() {
    return null;
  }

  @Override
  public Grant commented(@Nullable String text) {
    return this;
  }

  @Override
  public @Nullable ObjectId parent() {
    if (on.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
      return null;
    }
    return column != null && on.kind() == ObjectKind.TABLE
        ? new ObjectId(ObjectKind.COLUMN, on.identity() + "." + column)
        : on;
  }
}
