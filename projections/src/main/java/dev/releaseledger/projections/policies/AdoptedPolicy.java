package dev.releaseledger.projections.policies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy that an environment adopted.
 *
 * @param version how many it had adopted, with this one
 * @param policy the artifact of the rules
 * @param document the artifact of the text they were written in
 */
public record AdoptedPolicy(
    int version,
    String policy,
    String document,
    @Nullable String reason,
    String adoptedBy,
    Instant adoptedAt) {}
