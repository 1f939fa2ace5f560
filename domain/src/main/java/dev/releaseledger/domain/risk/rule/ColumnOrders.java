package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the columns of tables through a plan: what comes to a table comes last. */
final class ColumnOrders {

  private final Schema target;
  private final Map<String, List<String>> orders = new HashMap<>();
  private final Map<String, List<String>> heirs = new HashMap<>();

  private ColumnOrders(Schema base, Schema target) {
    this.target = target;
    base.columnOrder().forEach((table, columns) -> orders.put(table, new ArrayList<>(columns)));
    for (SchemaObject object : base.objects().values()) {
      if (object instanceof Table table) {
        table.parents().forEach(parent -> heirs(parent).add(table.name()));
      }
    }
  }

  /** The orders that the base has after all this. */
  static ColumnOrders after(List<Operation> operations, Schema base, Schema target) {
    ColumnOrders orders = new ColumnOrders(base, target);
    operations.forEach(orders::follow);
    return orders;
  }

  /** The columns of a table of the target. */
  List<String> of(String table) {
    List<String> declared = declared(table);
    List<String> reached = new ArrayList<>(orders.getOrDefault(table, List.of()));
    // What comes or goes along with something else is in no step of its own.
    reached.retainAll(declared);
    declared.stream().filter(column -> !reached.contains(column)).forEach(reached::add);
    return reached;
  }

  private void follow(Operation operation) {
    switch (operation) {
      case Operation.Drop(Column column, _, _) -> leave(column.table(), column.name());
      case Operation.Drop(Table table, _, _) -> orders.remove(table.name());
      case Operation.Create(Table table, _, _) ->
          orders.put(table.name(), new ArrayList<>(declared(table.name())));
      case Operation.Create(Column column, _, _) -> come(column.table(), column.name());
      default -> {
        // Nothing else moves a column.
      }
    }
  }

  /** A new table has all its columns, but for those that get a step of their own. */
  private void come(String table, String column) {
    List<String> order = orders.get(table);
    if (order != null) {
      order.remove(column);
      order.add(column);
      heirs(table).forEach(heir -> come(heir, column));
    }
  }

  private void leave(String table, String column) {
    List<String> order = orders.get(table);
    if (order != null && order.remove(column)) {
      heirs(table).forEach(heir -> leave(heir, column));
    }
  }

  private List<String> declared(String table) {
    return target.columnOrder().getOrDefault(table, List.of());
  }

  private List<String> heirs(String table) {
    return heirs.computeIfAbsent(table, name -> new ArrayList<>());
  }
}
