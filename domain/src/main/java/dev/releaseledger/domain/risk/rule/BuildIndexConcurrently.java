package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import java.util.List;

/** An index is built on a relation with rows while everybody goes on. */
final class BuildIndexConcurrently extends StepRule {

  private static final String REMEDY =
      "Look for transactions that stay open before you apply; the build waits for them.";

  BuildIndexConcurrently() {
    super("build-index-concurrently", Risk.LOW_LOCK, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Create(Index it, _, Way way) when way == Way.CONCURRENTLY ->
          notice(it.id(), built("is"), REMEDY);
      case Operation.BuildKey(Constraint it) -> notice(it.id(), built("has its index"), REMEDY);
      default -> List.of();
    };
  }

  private static String built(String how) {
    return how
        + " built in two passes over the table while everybody goes on, after each of which it"
        + " waits for older transactions";
  }
}
