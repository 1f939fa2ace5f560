package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Counting;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column becomes an identity column, or a sequence gets other bounds, and counts anew. */
final class IdentityRestarts extends StepRule {

  IdentityRestarts() {
    super("identity-restarts", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.ChangeIdentity(Column base, Column target)
          when restarts(base.identity(), target.identity()) && context.hasRows(base.table()) ->
          noticed(target.id());
      case Operation.Change(Sequence base, Sequence target)
          when Counting.startsOutside(base.options(), target.options()) ->
          noticed(target.id());
      default -> List.of();
    };
  }

  private static boolean restarts(@Nullable Identity base, @Nullable Identity target) {
    return target != null
        && (base == null || Counting.startsOutside(base.options(), target.options()));
  }

  private List<Finding> noticed(ObjectId counter) {
    return notice(
        counter,
        "starts counting anew, and may give out numbers that rows already have",
        "Set its sequence beyond the highest number right after applying.");
  }
}
