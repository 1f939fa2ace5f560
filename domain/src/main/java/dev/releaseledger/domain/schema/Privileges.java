package dev.releaseledger.domain.schema;

/** Whether privileges take part when schemas are compared. */
public enum Privileges {
  /** They are kept when something is made anew, and otherwise left alone. */
  IGNORED,
  /** They are declared, compared and planned like everything else. */
  GOVERNED
}
