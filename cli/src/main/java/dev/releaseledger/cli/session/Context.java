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
 * @param logins the person's login per service
 */
public record Context(
    @Nullable String server,
    @Nullable String token,
    @Nullable String project,
    @Nullable String environment,
    Map<String, Mark> marks,
    Map<String, Login> logins) {

  /** The context of somebody who has said nothing. */
  public static final Context EMPTY = new Context(null, null, null, null, Map.of(), Map.of());

  /** Copies the maps. */
  public Context {
    marks = Map.copyOf(marks);
    logins = Map.copyOf(logins);
  }

  /**
   * The last write to one service.
   *
   * @param position the event position it was answered with
   * @param at when that was
   */
  public record Mark(long position, Instant at) {}

  /** Returns this context with other marks. */
  public Context withMarks(Map<String, Mark> others) {
    return new Context(server, token, project, environment, others, logins);
  }

  /** Returns this context with other logins. */
  public Context withLogins(Map<String, Login> others) {
    return new Context(server, token, project, environment, marks, others);
  }

  /**
   * A login at an identity provider; none of its tokens is ever shown.
   *
   * @param issuer the provider
   * @param clientId as whom ledgerctl asked for it
   * @param accessToken what the service is shown
   * @param refreshToken what a new one is asked for with, when the provider gave one
   * @param expiresAt when the access token is worth nothing any more
   */
  public record Login(
      String issuer,
      String clientId,
      String accessToken,
      @Nullable String refreshToken,
      Instant expiresAt) {}
}
