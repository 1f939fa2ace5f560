package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * What makes a column an identity column: how insistently, and the sequence inside.
 *
 * @param comment the comment on that sequence
 */
public record Identity(
    boolean always, String sequence, SequenceOptions options, @Nullable String comment) {

  /** An identity whose sequence has no comment. */
  public Identity(boolean always, String sequence, SequenceOptions options) {
    this(always, sequence, options, null);
  }

  /** The same without the comment. */
  public Identity uncommented() {
    return new Identity(always, sequence, options, null);
  }
}
