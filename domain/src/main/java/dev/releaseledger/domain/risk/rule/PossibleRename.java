package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** Something goes and something alike comes, which may be a rename. */
final class PossibleRename extends StepRule {

  PossibleRename() {
    super("possible-rename", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Drop(Column it, boolean rebuilt, _) when !rebuilt -> column(it, context);
      case Operation.Drop(Table it, _, _) -> table(it, context);
      default -> List.of();
    };
  }

  private List<Finding> column(Column gone, Context context) {
    return context.after().columns(gone.table()).stream()
        .filter(it -> !context.inUse(it.id()) && it.type().equals(gone.type()))
        .limit(1)
        .flatMap(it -> notice(gone.id(), it.id(), it.id().identity(), gone.name()).stream())
        .toList();
  }

  private List<Finding> table(Table gone, Context context) {
    List<String> shape = shape(context.before().columns(gone.name()));
    return context.comingTables().stream()
        .filter(it -> !shape.isEmpty() && shape(context.after().columns(it.name())).equals(shape))
        .limit(1)
        .flatMap(it -> notice(gone.id(), it.id(), it.name(), gone.name()).stream())
        .toList();
  }

  private List<Finding> notice(ObjectId gone, ObjectId came, String now, String before) {
    return notice(
        gone,
        "goes and " + came.label() + " comes, which is like it: the values do not move over",
        "Declare it if it is a rename (-- ledger:renamed-from %s: %s).".formatted(now, before));
  }

  private static List<String> shape(List<Column> columns) {
    return columns.stream().map(column -> column.name() + " " + column.type()).sorted().toList();
  }
}
