package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns of a table are declared in another order than the plan leaves them in. */
final class ColumnOrderDiffers extends PlanRule {

  /** More names would hide what the finding is about. */
  private static final int NAMES = 6;

  ColumnOrderDiffers() {
    super("column-order-differs", Risk.METADATA_ONLY);
  }

  @Override
  public List<Finding> judge(List<Operation> operations, Context context) {
    ColumnOrders reached = ColumnOrders.after(operations, context.base(), context.target());
    Map<String, Mismatch> mismatches = new TreeMap<>();
    for (Table table : context.after().tables()) {
      List<String> declared = context.target().columnOrder().getOrDefault(table.name(), List.of());
      Mismatch mismatch = new Mismatch(reached.of(table.name()), declared);
      if (!mismatch.reached().equals(mismatch.declared())) {
        mismatches.put(table.name(), mismatch);
      }
    }
    return context.after().tables().stream()
        .filter(table -> mismatches.containsKey(table.name()))
        .filter(table -> !repeats(table, mismatches))
        .map(table -> finding(table.name(), mismatches.getOrDefault(table.name(), Mismatch.NONE)))
        .toList();
  }

  /** Partitions would only say over and over what is said of the table they are parts of. */
  private static boolean repeats(Table table, Map<String, Mismatch> mismatches) {
    Mismatch own = mismatches.get(table.name());
    return table.parents().stream()
        .anyMatch(parent -> {
          Mismatch above = mismatches.get(parent);
          return above != null && above.equals(own);
        });
  }

  private Finding finding(String table, Mismatch mismatch) {
    String label = new ObjectId(ObjectKind.TABLE, table).label();
    Mismatch middle = mismatch.trimmed();
    return finding(
        label,
        "%s has its columns in the order %s, where %s is declared"
            .formatted(label, names(middle.reached()), names(middle.declared())),
        "Name columns in INSERT, COPY and SELECT instead of counting them; or declare the columns"
            + " in the order the table has them.");
  }

  private static String names(List<String> columns) {
    return columns.size() <= NAMES
        ? String.join(", ", columns)
        : "%s and %d more"
            .formatted(
                String.join(", ", columns.subList(0, NAMES - 1)), columns.size() - NAMES + 1);
  }

  private record Mismatch(List<String> reached, List<String> declared) {

    private static final Mismatch NONE = new Mismatch(List.of(), List.of());

    /** Without what is in its place at the beginning and at the end. */
    private Mismatch trimmed() {
      int from = 0;
      int shorter = Math.min(reached.size(), declared.size());
      while (from < shorter && reached.get(from).equals(declared.get(from))) {
        from++;
      }
      int after = 0;
      while (after < shorter - from
          && reached
              .get(reached.size() - 1 - after)
              .equals(declared.get(declared.size() - 1 - after))) {
        after++;
      }
      return new Mismatch(
          reached.subList(from, reached.size() - after),
          declared.subList(from, declared.size() - after));
    }
  }
}
