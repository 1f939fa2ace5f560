package dev.releaseledger.domain.policy.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a declared table and that of a database differ, in the eyes of a contract. */
public sealed interface Comparison {

  /** What differs: what nobody may declare, then as declared, then what is in the database only. */
  record Compared(List<ColumnChange> changes) implements Comparison {
    public Compared {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Two columns of one side have names that differ by case only, so that none can be told from the
   * other.
   *
   * @param side {@code declared} or {@code observed}
   */
  record Ambiguous(String side, String one, String other) implements Comparison {}

  /** The columns of a new table that nobody may declare. */
  static List<ColumnChange> reserved(List<ContractColumn> declared, Contract contract) {
    return declared.stream()
        .filter(column -> contract.reserves(column.name()))
        .map(column -> reserved(column, contract))
        .toList();
  }

  /** Compares the columns of one table, by their names without regard to case. */
  static Comparison of(
      List<ContractColumn> declared, List<ContractColumn> observed, Contract contract) {
    Map<String, ContractColumn> wanted = new LinkedHashMap<>();
    Map<String, ContractColumn> found = new LinkedHashMap<>();
    Comparison ambiguous = gather("declared", declared, wanted);
    if (ambiguous == null) {
      ambiguous = gather("observed", observed, found);
    }
    return ambiguous == null ? new Compared(compare(wanted, found, contract)) : ambiguous;
  }

  private static @Nullable Comparison gather(
      String side, List<ContractColumn> columns, Map<String, ContractColumn> byName) {
    for (ContractColumn column : columns) {
      ContractColumn other = byName.putIfAbsent(column.folded(), column);
      if (other != null) {
        return new Ambiguous(side, other.name(), column.name());
      }
    }
    return null;
  }

  private static List<ColumnChange> compare(
      Map<String, ContractColumn> wanted, Map<String, ContractColumn> found, Contract contract) {
    List<ColumnChange> reserved = new ArrayList<>();
    List<ColumnChange> changes = new ArrayList<>();
    wanted.forEach((name, column) -> {
      ContractColumn there = found.get(name);
      if (there == null && contract.reserves(column.name())) {
        reserved.add(reserved(column, contract));
      } else if (there == null) {
        changes.add(added(column, contract));
      } else {
        changes.addAll(new ColumnComparison(column, there, found, contract).changes());
      }
    });
    found.forEach((name, column) -> {
      if (!wanted.containsKey(name) && !contract.overlooks(column.name())) {
        changes.add(
            new ColumnChange(
                ChangeType.DROP_COLUMN,
                column.name(),
                true,
                "the database has a column that is not declared"));
      }
    });
    reserved.addAll(changes);
    return reserved;
  }

  private static ColumnChange reserved(ContractColumn column, Contract contract) {
    return new ColumnChange(
        ChangeType.RESERVED_COLUMN,
        column.name(),
        true,
        "names that start with %s are reserved".formatted(contract.reservedPrefix()));
  }

  private static ColumnChange added(ContractColumn column, Contract contract) {
    boolean lacking = !column.nullable() && !column.supplied();
    return new ColumnChange(
        ChangeType.ADD_COLUMN,
        column.name(),
        contract.mode() == Contract.Mode.STRICT || lacking,
        lacking
            ? "a declared column is missing, and nothing gives the rows that are there a value"
            : "a declared column is missing");
  }
}
