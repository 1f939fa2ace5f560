package dev.releaseledger.projections.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as it is read by people.
 *
 * @param sentence what happened, to be read after the actor's name
 * @param data the event's payload as JSON
 */
public record TimelineEntry(
    long position,
    Instant at,
    String type,
    String project,
    @Nullable String environment,
    @Nullable String rollout,
    String actor,
    String sentence,
    String data) {}
