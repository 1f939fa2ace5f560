package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** A column is of type json, which cannot be compared. */
final class JsonColumn extends StepRule {

  JsonColumn() {
    super("json-column", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Create(Column it, boolean rebuilt, _) when !rebuilt -> notice(it);
      case Operation.Create(Table it, _, _) ->
          context.after().columns(it.name()).stream()
              .flatMap(column -> notice(column).stream())
              .toList();
      default -> List.of();
    };
  }

  private List<Finding> notice(Column column) {
    return column.type().equals("json") || column.type().equals("json[]")
        ? notice(
            column.id(),
            "is of type json, which has no equality: SELECT DISTINCT, GROUP BY and UNION over it"
                + " fail",
            "Declare it jsonb, unless the exact text of the document matters.")
        : List.of();
  }
}
