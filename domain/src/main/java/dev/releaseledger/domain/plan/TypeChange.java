package dev.releaseledger.domain.plan;

/** What changing the type of a column does to the values in it. */
public sealed interface TypeChange {

  /** Every value fits the new type. */
  record Widening(boolean rewrites) implements TypeChange {}

  /** The server converts by itself, but values may not fit or may lose precision. */
  record Narrowing() implements TypeChange {}

  /** The declaration says how values are converted. */
  record Declared(String expression) implements TypeChange {}

  /** No cast does it by itself, and nothing is declared. */
  record Undeclared() implements TypeChange {}
}
