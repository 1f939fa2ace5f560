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

  /** Steps that are committed together. */
  public record DraftStage(boolean transactional, List<DraftStep> steps) {
    public DraftStage {
      steps = List.copyOf(steps);
    }
  }

  /** One statement: what it does, and how it is taken back. */
  public record DraftStep(Operation operation, String summary, String sql, Undo undo) {}
}
