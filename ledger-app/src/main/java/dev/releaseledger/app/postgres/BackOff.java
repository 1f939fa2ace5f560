package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Retries;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Decides whether a stage that failed is tried again, and waits until then. */
final class BackOff {

  /** {@code lock_not_available} and {@code deadlock_detected}: others were in the way. */
  private static final Set<String> PASSING = Set.of("55P03", "40P01");

  private BackOff() {}

  /**
   * Whether the stage is worth another attempt, which is due when this returns.
   *
   * @param attempt the one that failed, from 1
   */
  static boolean waited(
      Stage stage, StageResult.Failed failed, int attempt, StageListener listener) {
    Step step = failedStep(stage, failed);
    Retries retries = step.retries();
    if (!stage.transactional()
        || !PASSING.contains(String.valueOf(failed.sqlState()))
        || attempt >= retries.attempts()) {
      return false;
    }
    long longest = retries.pauseMillis(attempt);
    Duration pause =
        Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    listener.beforeRetry(step, attempt, pause);
    return slept(pause);
  }

  private static Step failedStep(Stage stage, StageResult.Failed failed) {
    return stage.steps().stream()
        .filter(step -> step.number() == failed.step())
        .findFirst()
        .orElseGet(() -> stage.steps().getLast());
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
