package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.PlanSettings;

/**
 * How long a step may wait and run; what nobody has to wait for has no limit, because only its end
 * is worth the work.
 *
 * @param lockTimeoutMillis 0 for as long as it takes
 * @param statementTimeoutMillis 0 for as long as it takes
 */
record Patience(long lockTimeoutMillis, long statementTimeoutMillis) {

  private static final long NO_LIMIT = 0;

  static Patience with(Operation operation, PlanSettings settings) {
    if (!operation.inTransaction()) {
      // It waits for every transaction that is older, and meanwhile holds up nobody; a partition
      // that leaves keeps those waiting who ask it by its own name.
      return new Patience(NO_LIMIT, NO_LIMIT);
    }
    return switch (operation) {
      case Operation.Validate _, Operation.ProveNotNull _, Operation.ProveWithin _ ->
          new Patience(settings.lockTimeoutMillis(), NO_LIMIT);
      default -> new Patience(settings.lockTimeoutMillis(), settings.statementTimeoutMillis());
    };
  }
}
