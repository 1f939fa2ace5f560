package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Definitions;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A foreign key goes, and the table it points to is locked as well. */
final class LocksReferencedTable extends StepRule {

  LocksReferencedTable() {
    super("locks-referenced-table", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    SortedSet<String> tables =
        keys(operation, context)
            .map(key -> Definitions.referencedTable(key.definition()))
            .filter(table -> !table.equals(operation.object().identity()))
            .filter(context::inUse)
            .collect(Collectors.toCollection(TreeSet::new));
    return tables.isEmpty()
        ? List.of()
        : notice(
            operation.object(),
            "goes under ACCESS EXCLUSIVE on %s as well: a long query there holds this step up, and"
                    .formatted(String.join(", ", tables))
                + " everybody who comes after it",
            "Nothing to do when the lock timeout is short; where that table is busy, drop the"
                + " foreign key in a release of its own.");
  }

  private static Stream<Constraint> keys(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Drop(Constraint it, _, _) when it.type() == ConstraintType.FOREIGN_KEY ->
          Stream.of(it);
      case Operation.Drop(Table it, _, _) ->
          context.before().constraints(it.name()).stream()
              .filter(key -> key.type() == ConstraintType.FOREIGN_KEY);
      default -> Stream.of();
    };
  }
}
