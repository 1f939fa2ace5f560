package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Fingerprint;
import java.util.List;

/**
 * A plan before it is judged: what is to be done and in which order.
 *
 * @param obstacles why there is no way from the base to the target
 */
public record Draft(
    Fingerprint base, Fingerprint target, List<DraftStage> stages, List<Obstacle> obstacles) {

  public Draft {
    stages = List.copyOf(stages);
    obstacles = List.copyOf(obstacles);
  }

  /**
   * Steps that are committed together.
   *
   * @param takesBack the numbers, counted over all stages from 1, of the steps that are taken back
   *     in this order when the stage fails
   */
  public record DraftStage(boolean transactional, List<DraftStep> steps, List<Integer> takesBack) {
    public DraftStage {
      steps = List.copyOf(steps);
      takesBack = List.copyOf(takesBack);
    }

    /** The same stage with other words for the same steps. */
    DraftStage doing(List<DraftStep> others) {
      return new DraftStage(transactional, others, takesBack);
    }

    /** The same stage behind so many other steps. */
    DraftStage behind(int others) {
      return new DraftStage(
          transactional, steps, takesBack.stream().map(number -> number + others).toList());
    }
  }

  /** One statement: what it does, and how it is taken back. */
  public record DraftStep(Operation operation, String summary, String sql, Undo undo) {}
}
