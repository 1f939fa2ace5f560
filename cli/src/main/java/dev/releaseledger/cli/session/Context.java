package dev.releaseledger.cli.session;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said once so as not to say it with every command.
 *
 * @param server the service's base URL
 * @param token who the person is; never shown
 * @param project the project when none is named
 * @param environment the environment when none is named
 * @param marks the last write per service
 */
public record Context(
    @Nullable String server,
    @Nullable String token,
    @Nullable String project,
    @Nullable String environment,
    Map<String, Mark> marks) {

  /** The context of somebody who has said nothing. */
  public static final Context EMPTY = new Context(null, null, null, null, Map.of());

  /** Copies the marks. */
  public Context {
    marks = Map.copyOf(marks);
  }

  /**
   * The last write to one service.
   *
   * @param position the event position it was answered with
   * @param at when that was
   */
  public record Mark(long position, Instant at) {}
}
