package dev.releaseledger.domain.schema;

/** The kinds of table constraint. */
public enum ConstraintType {
  PRIMARY_KEY,
  UNIQUE,
  CHECK,
  FOREIGN_KEY,
  EXCLUSION
}
