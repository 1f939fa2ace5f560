package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.schema.Column;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as a contract sees it.
 *
 * @param type as the server writes it, such as {@code character varying(20)}
 * @param supplied whether the database gives it a value when nobody else does
 */
public record ContractColumn(
    String name, String type, boolean nullable, boolean supplied, @Nullable String collation) {

  /** A column that nobody but its writers gives a value. */
  public ContractColumn(String name, String type, boolean nullable) {
    this(name, type, nullable, false, null);
  }

  /** A column of a schema. */
  public static ContractColumn of(Column column) {
    boolean supplied =
        column.defaultValue() != null || column.identity() != null || column.generated() != null;
    return new ContractColumn(
        QualifiedName.plain(column.name()),
        column.type(),
        !column.notNull(),
        supplied,
        column.collation());
  }

  String folded() {
    return name.toLowerCase(Locale.ROOT);
  }
}
