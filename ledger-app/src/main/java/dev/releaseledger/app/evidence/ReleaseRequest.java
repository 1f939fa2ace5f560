package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.environment.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants the evidence of.
 *
 * @param rollout the rollout that led to the release
 * @param size the size of the checkpoint that everything is to be proven by, or null for the last
 * @param names whether the names of people are told
 * @param actor who asks
 */
public record ReleaseRequest(
    EnvironmentId environment, String rollout, @Nullable Long size, boolean names, String actor) {}
