package dev.releaseledger.domain.policy.contract;

import org.jspecify.annotations.Nullable;

/**
 * One difference between a declared table and that of the database.
 *
 * @param column the name as declared, or as the database has it where nothing is declared
 * @param breaking whether somebody who uses the table could be broken by it
 * @param newColumn the column that takes the values in place of this one, where there is one
 */
public record ColumnChange(
    ChangeType type, String column, boolean breaking, String reason, @Nullable String newColumn) {

  ColumnChange(ChangeType type, String column, boolean breaking, String reason) {
    this(type, column, breaking, reason, null);
  }
}
