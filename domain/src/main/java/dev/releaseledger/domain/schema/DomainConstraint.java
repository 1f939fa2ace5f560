package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** A check on a domain. */
public record DomainConstraint(
    String name, String definition, boolean validated, @Nullable String comment) {

  /** A check without a comment. */
  public DomainConstraint(String name, String definition, boolean validated) {
    this(name, definition, validated, null);
  }

  /** The same check without its comment. */
  public DomainConstraint bare() {
    return new DomainConstraint(name, definition, validated, null);
  }
}
