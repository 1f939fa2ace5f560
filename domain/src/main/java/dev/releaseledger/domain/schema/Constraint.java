package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/**
 * A table constraint, with its definition as the server writes it, without {@code NOT VALID}.
 *
 * @param index how its index is stored, or null when that is as usual
 * @param indexComment the comment on its index
 * @param partOf the constraint of the partitioned table that it is a part of ({@code public.t.c})
 */
public record Constraint(
    String table,
    String name,
    ConstraintType type,
    String definition,
    boolean validated,
    @Nullable IndexStorage index,
    @Nullable String indexComment,
    @Nullable String partOf,
    @Nullable String comment)
    implements SchemaObject {

  /** From PostgreSQL 18 on. */
  private static final String NOT_ENFORCED = " NOT ENFORCED";

  /** A constraint without an index, or with one that is stored as usual. */
  public Constraint(
      String table,
      String name,
      ConstraintType type,
      String definition,
      boolean validated,
      @Nullable String comment) {
    this(table, name, type, definition, validated, null, null, null, comment);
  }

  /** Whether no row may violate it, those included that were there before it. */
  public boolean holds() {
    return validated && !definition.endsWith(NOT_ENFORCED);
  }

  /** The same constraint, validated or not. */
  public Constraint validated(boolean checked) {
    return new Constraint(
        table, name, type, definition, checked, index, indexComment, partOf, comment);
  }

  /** The same constraint with an index that is stored as usual. */
  public Constraint storedAsUsual() {
    return new Constraint(
        table, name, type, definition, validated, null, indexComment, partOf, comment);
  }

  /** The same constraint, standing by itself. */
  public Constraint untied() {
    return new Constraint(
        table, name, type, definition, validated, index, indexComment, null, comment);
  }

  /** Whether it has an index. */
  public boolean indexed() {
    return switch (type) {
      case PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
      case CHECK, FOREIGN_KEY -> false;
    };
  }

  /** What names the tie of its index to that of the constraint it is a part of. */
  public ObjectId attachmentId() {
    return new ObjectId(ObjectKind.INDEX_ATTACHMENT, indexName());
  }

  /** The schema-qualified name of its index, which bears its name beside the table. */
  public String indexName() {
    int dot = table.startsWith("\"") ? table.indexOf("\".") + 1 : table.indexOf('.');
    return table.substring(0, dot + 1) + name;
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.CONSTRAINT, table + "." + name);
  }

  @Override
  public Constraint commented(@Nullable String text) {
    return new Constraint(
        table, name, type, definition, validated, index, indexComment, partOf, text);
  }

  @Override
  public ObjectId parent() {
    return new ObjectId(ObjectKind.TABLE, table);
  }
}
