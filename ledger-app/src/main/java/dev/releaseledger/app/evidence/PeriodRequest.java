package dev.releaseledger.app.evidence;

import dev.releaseledger.evidence.bundle.Sample;
import java.util.Optional;

/**
 * Between which checkpoints somebody wants to see everything.
 *
 * @param from an instant, a date, a position such as {@code #1234}, or the size of a checkpoint
 * @param to the same, or {@code now}
 * @param sample which releases are to be looked at
 * @param actor who asks
 */
public record PeriodRequest(String from, String to, Optional<Sample> sample, String actor) {}
