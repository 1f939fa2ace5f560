package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.document.Choice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an environment lets happen to its tables and columns.
 *
 * @param enabled false for no contract at all: nothing is compared and nothing refused
 * @param acceptExistingNullableTarget whether a column may stay nullable that is declared NOT NULL
 * @param newColumnPrefix how the columns are named that take values of an incompatible type
 * @param reservedPrefix how columns are named that nobody may declare
 * @param ignoredColumns columns of the database that the contract does not see
 * @param protectedColumns keys and the like, whose types never give way to a new column
 * @param applySafe false to refuse even what is safe
 * @param allowBlockingOnline whether a blocking change may run in the mode {@code online}
 * @param maxTableSizeForInlineDdl the most rows of a table that may change in place, or no limit
 * @param lockTimeoutSeconds how long a step may wait for its locks, or as the service has it
 * @param statementTimeoutSeconds how long a step may run, or as the service has it
 */
public record Contract(
    boolean enabled,
    Mode mode,
    OnTypeChange onTypeChange,
    boolean acceptExistingNullableTarget,
    String newColumnPrefix,
    String reservedPrefix,
    List<String> ignoredColumns,
    List<String> protectedColumns,
    Tables tables,
    Columns columns,
    DataType dataType,
    DdlMode ddlMode,
    OnSchemaChange onSchemaChange,
    boolean applySafe,
    boolean allowBlockingOnline,
    @Nullable Long maxTableSizeForInlineDdl,
    @Nullable Integer lockTimeoutSeconds,
    @Nullable Integer statementTimeoutSeconds) {

  public Contract {
    ignoredColumns = List.copyOf(ignoredColumns);
    protectedColumns = List.copyOf(protectedColumns);
  }

  /** Which differences are compatible. */
  public enum Mode implements Choice {
    /** None. */
    STRICT,
    /** New nullable columns. */
    ADDITIVE,
    /** New nullable columns, and types that hold all the old values. */
    WIDENING
  }

  /** What becomes of a type that does not hold the old values. */
  public enum OnTypeChange implements Choice {
    FAIL,
    NEW_COLUMN
  }

  /** What becomes of a table that is missing. */
  public enum Tables implements Choice {
    EVOLVE,
    FREEZE,
    IGNORE
  }

  /** What becomes of columns that differ. */
  public enum Columns implements Choice {
    EVOLVE,
    FREEZE,
    IGNORE,
    QUARANTINE
  }

  /** What becomes of types that differ. */
  public enum DataType implements Choice {
    EVOLVE,
    FREEZE,
    VARIANT_COLUMN,
    QUARANTINE
  }

  /** When changes may run. */
  public enum DdlMode implements Choice {
    /** At any time, as long as nobody has to wait. */
    ONLINE,
    /** When people are prepared to wait. */
    SAFE_WINDOW,
    /** Never: they are only planned. */
    PLAN_ONLY,
    /** Once somebody has said yes. */
    MANUAL_APPROVAL
  }

  /** What a change is answered with. */
  public enum OnSchemaChange implements Choice {
    APPLY,
    /** It is recorded, and stops there. */
    NOTIFY,
    FAIL,
    DISABLE_PIPELINE
  }

  /** The contract that holds where a document has one and says nothing else. */
  public static Contract defaults() {
    return usual(true);
  }

  /** No contract. */
  public static Contract none() {
    return usual(false);
  }

  private static Contract usual(boolean enabled) {
    return new Contract(
        enabled,
        Mode.WIDENING,
        OnTypeChange.FAIL,
        false,
        "__ledger__nc__",
        "__ledger__",
        List.of(),
        List.of(),
        Tables.EVOLVE,
        Columns.EVOLVE,
        DataType.EVOLVE,
        DdlMode.ONLINE,
        OnSchemaChange.APPLY,
        true,
        false,
        null,
        null,
        null);
  }

  /** Whether a type that does not fit is to be declared as a column of its own. */
  boolean routesTypes() {
    return onTypeChange == OnTypeChange.NEW_COLUMN || dataType == DataType.VARIANT_COLUMN;
  }

  boolean reserves(String column) {
    return column.startsWith(reservedPrefix) && !column.startsWith(newColumnPrefix);
  }

  boolean overlooks(String column) {
    return column.startsWith(reservedPrefix) || contains(ignoredColumns, column);
  }

  boolean protects(String column) {
    return contains(protectedColumns, column);
  }

  private static boolean contains(List<String> names, String column) {
    String folded = column.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(folded));
  }
}
