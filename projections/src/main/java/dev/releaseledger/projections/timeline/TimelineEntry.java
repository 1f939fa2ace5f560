package dev.releaseledger.projections.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as it is read by people; its payload stands in the ledger, at its position.
 *
 * @param project the project it is about, or null when it is about none or all
 * @param subject the one thing it is about besides, such as a release or a token, or null
 * @param sentence what happened, to be read after the actor's name
 */
public record TimelineEntry(
    long position,
    Instant at,
    String type,
    Severity severity,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    @Nullable String subject,
    String actor,
    String sentence) {

  /** The same, with what happened in words. */
  TimelineEntry saying(String words) {
    return new TimelineEntry(
        position, at, type, severity, project, environment, rollout, subject, actor, words);
  }
}
