package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.log.LogEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of any family, as the timeline and whoever is told of it see it. */
public record Occurrence(
    Severity severity,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    @Nullable String subject,
    String actor,
    Instant at) {

  /** What there is to say of an event. */
  public static Occurrence of(Object event) {
    return switch (event) {
      case ProjectEvent e ->
          new Occurrence(
              Severities.of(e), e.project(), null, null, Subjects.of(e), e.actor(), e.at());
      case EnvironmentEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              Subjects.rolloutOf(e),
              Subjects.of(e),
              e.actor(),
              e.at());
      case AccessEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              null,
              Subjects.of(e),
              e.actor(),
              e.at());
      case SubscriptionEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              null,
              Subjects.of(e),
              e.actor(),
              e.at());
      case EvidenceEvent e ->
          new Occurrence(
              Severities.of(e),
              Subjects.projectOf(e),
              Subjects.environmentOf(e),
              Subjects.rolloutOf(e),
              Subjects.of(e),
              e.actor(),
              e.at());
      case LogEvent e ->
          new Occurrence(Severities.of(e), null, null, null, Subjects.of(e), e.actor(), e.at());
      default -> throw new IllegalArgumentException("nothing is known of " + event.getClass());
    };
  }
}
