package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Index;
import java.util.List;

/** An index comes that does what another one does. */
final class DuplicateIndex extends StepRule {

  DuplicateIndex() {
    super("duplicate-index", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Index it, boolean rebuilt, _) && !rebuilt
        ? context.after().indexes(it.relation()).stream()
            .filter(other -> !other.name().equals(it.name()))
            .filter(other -> shape(other).equals(shape(it)))
            .limit(1)
            .flatMap(other ->
                notice(
                    it.id(),
                    "does what %s does, and every write pays for both".formatted(other.name()),
                    "Keep one of them.")
                    .stream())
            .toList()
        : List.of();
  }

  /** The definition from the table on, which is all but the name. */
  private static String shape(Index index) {
    int on = index.definition().indexOf(" ON ");
    boolean unique = index.definition().startsWith("CREATE UNIQUE ");
    return unique + index.definition().substring(Math.max(on, 0));
  }
}
