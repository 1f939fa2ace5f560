package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A column of a view or an attribute of a composite type. */
public record Attribute(
    String name, String type, @Nullable String collation, @Nullable String comment) {

  /** The same attribute without its comment. */
  public Attribute bare() {
    return new Attribute(name, type, collation, null);
  }
}
