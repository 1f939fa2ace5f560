package dev.releaseledger.app.replaying;

import dev.releaseledger.domain.environment.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How environments stood at one moment.
 *
 * @param position the last event that counts
 * @param at when that happened, or null before the first one
 */
public record Replay(long position, @Nullable Instant at, List<Then> environments) {

  public Replay {
    environments = List.copyOf(environments);
  }

  /**
   * How one of them stood.
   *
   * @param projectFreeze why nothing was applied to the whole project, or null
   * @param events how many events it had
   */
  public record Then(Standing standing, @Nullable String projectFreeze, int events) {}
}
