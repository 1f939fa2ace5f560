package dev.releaseledger.domain.plan;

import java.util.List;

/** Steps that are committed together, or one by one when they cannot run in a transaction. */
public record Stage(boolean transactional, List<Step> steps) {

  public Stage {
    steps = List.copyOf(steps);
  }
}
