package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import java.time.Duration;

/**
 * Is told what happens while a stage runs; what it throws stops the stage, and rolls it back when
 * it is not committed yet.
 */
public interface StageListener {

  /** Listens to nothing. */
  StageListener NONE = new StageListener() {};

  /** The step is about to be sent to the database. */
  default void beforeStep(Step step) {}

  /** The database has done the step, in so many milliseconds. */
  default void afterStep(Step step, long millis) {}

  /** The step did not get its lock, is rolled back with its stage, and tried again after this. */
  default void beforeRetry(Step step, int attempt, Duration pause) {}

  /** All steps are done, and are about to be committed. */
  default void beforeCommit(Stage stage) {}

  /** The stage is committed. */
  default void afterCommit(Stage stage) {}
}
