package dev.releaseledger.app.applying;

import dev.releaseledger.domain.environment.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * An apply as it was asked for.
 *
 * @param trigger {@code manual}, {@code pipeline} or {@code deploy}
 * @param actor who asks, as an actor id
 * @param mayForce whether the caller has the right to force
 */
public record ApplyRequest(
    EnvironmentId environment,
    String ref,
    boolean dryRun,
    boolean force,
    boolean mayForce,
    String trigger,
    @Nullable String reason,
    String actor) {}
