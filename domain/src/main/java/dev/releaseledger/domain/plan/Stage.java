package dev.releaseledger.domain.plan;

import java.util.List;

/**
 * Steps that are committed together, or one by one when they cannot run in a transaction.
 *
 * @param takesBack the numbers of the steps, of earlier stages or of this one, whose undo runs in
 *     this order when the stage fails, so that nothing is left of a change that is done in several
 *     stages
 */
public record Stage(boolean transactional, List<Step> steps, List<Integer> takesBack) {

  public Stage {
    steps = List.copyOf(steps);
    takesBack = List.copyOf(takesBack);
  }

  /** A stage whose failure leaves nothing to take back. */
  public Stage(boolean transactional, List<Step> steps) {
    this(transactional, steps, List.of());
  }

  /** The same stage without the findings that are told elsewhere. */
  Stage without(List<Finding> told) {
    return new Stage(
        transactional, steps.stream().map(step -> step.without(told)).toList(), takesBack);
  }

  /** The same stage behind so many other steps. */
  public Stage behind(int others) {
    return new Stage(
        transactional,
        steps.stream().map(step -> step.numbered(step.number() + others)).toList(),
        takesBack.stream().map(number -> number + others).toList());
  }
}
