package dev.releaseledger.app.applying;

import dev.releaseledger.domain.environment.EnvironmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An apply as it was asked for.
 *
 * @param wish what is asked for
 * @param trigger {@code manual}, {@code pipeline} or {@code deploy}
 * @param actor who asks, as an actor id
 * @param roles the roles the caller has in the environment
 */
public record ApplyRequest(
    EnvironmentId environment,
    String ref,
    Wish wish,
    String trigger,
    @Nullable String reason,
    String actor,
    Set<String> roles) {

  public ApplyRequest {
    roles = Set.copyOf(roles);
  }

  /**
   * What is asked for.
   *
   * @param force whether all that is forced is meant, now
   * @param lossMeant whether somebody said earlier that the losses the plan brings are meant
   * @param emergency whether there is no time for the gates
   * @param applyAt when it is to run, or null for now
   * @param backfill what has to be filled in once it is released, or null
   */
  public record Wish(
      boolean dryRun,
      boolean force,
      boolean lossMeant,
      boolean emergency,
      @Nullable Instant applyAt,
      @Nullable String backfill) {}

  boolean mayForce(Collection<String> forcing) {
    return forcing.stream().anyMatch(roles::contains);
  }
}
