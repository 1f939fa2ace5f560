package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.List;
import java.util.stream.Collectors;

/** A type changes to one that may not hold every value. */
final class NarrowType extends StepRule {

  NarrowType() {
    super("narrow-type", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.ChangeType(Column base, Column target, TypeChange.Narrowing n)
          when context.hasRows(base.table()) ->
          noticed(target.id(), base.type(), target.type());
      case Operation.ConvertColumn it
          when it.base() instanceof DomainType old
              && it.target() instanceof DomainType young
              && it.change() instanceof TypeChange.Narrowing
              && context.hasRows(it.column().table()) ->
          noticed(it.object(), described(old), described(young));
      default -> List.of();
    };
  }

  private static String described(DomainType domain) {
    return domain.constraints().stream()
        .map(DomainConstraint::definition)
        .collect(
            Collectors.joining(
                " ",
                domain.name() + " over " + domain.type() + (domain.notNull() ? " NOT NULL" : ""),
                ""));
  }

  private List<Finding> noticed(ObjectId column, String from, String to) {
    return notice(
        column,
        "changes from %s to %s, and values that do not fit fail or lose precision"
            .formatted(from, to),
        "Look for values that do not fit first; then apply with force.");
  }
}
