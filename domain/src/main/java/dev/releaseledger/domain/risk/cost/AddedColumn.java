package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.schema.Column;

/** Where the values of a column that comes to a table with rows are from. */
public enum AddedColumn {
  /** Nowhere, or one value for all rows, or a computation at each reading. */
  SHARED,
  /** A default that is computed for each row. */
  DEFAULT_PER_ROW,
  /** A sequence counts the rows. */
  IDENTITY,
  /** An expression is computed for each row and stored. */
  STORED,
  /** A domain has to accept the value in each row. */
  CHECKED_DOMAIN;

  /** Where the values of this column would be from. */
  public static AddedColumn of(Column column, Context context) {
    if (column.generated() != null) {
      return column.generated().stored() ? STORED : SHARED;
    }
    if (column.identity() != null) {
      return IDENTITY;
    }
    if (context.checkedDomain(column.type()) != null) {
      return CHECKED_DOMAIN;
    }
    return column.defaultValue() != null && Defaults.perRow(column.defaultValue(), context.target())
        ? DEFAULT_PER_ROW
        : SHARED;
  }

  /** Whether the table is written anew for it, on every version. */
  public boolean rewrites() {
    return this != SHARED;
  }
}
