package dev.releaseledger.domain.policy.gate;

import java.time.Instant;

/**
 * An approval that is proven to be in a checkpoint of the log which others keep.
 *
 * @param actor whose
 * @param at when it was given
 */
public record AnchoredApproval(String actor, Instant at) {}
