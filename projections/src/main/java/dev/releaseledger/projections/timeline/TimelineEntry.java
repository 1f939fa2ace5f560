package dev.releaseledger.projections.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as it is read by people.
 *
 * @param project the project it is about, or null when it is about none or all
 * @param sentence what happened, to be read after the actor's name
 * @param data the event's payload as JSON
 */
public record TimelineEntry(
    long position,
    Instant at,
    String type,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    String actor,
    String sentence,
    String data) {}
