package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a view or an attribute of a composite type.
 *
 * @param defaultValue what an INSERT into the view takes when nothing is given
 * @param storage how a column of a materialized view is stored, or null when that is as usual
 */
public record Attribute(
    String name,
    String type,
    @Nullable String collation,
    @Nullable String defaultValue,
    @Nullable ColumnStorage storage,
    @Nullable String comment) {

  /** An attribute without particulars. */
  public Attribute(String name, String type, @Nullable String collation, @Nullable String comment) {
    this(name, type, collation, null, null, comment);
  }

  /** The same attribute as it is when it is made: without comment, default and storage. */
  public Attribute bare() {
    return new Attribute(name, type, collation, null);
  }
}
