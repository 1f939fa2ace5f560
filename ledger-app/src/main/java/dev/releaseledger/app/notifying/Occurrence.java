package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.timeline.Sentences;
import dev.releaseledger.projections.timeline.Severities;
import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.Subjects;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of any family, as far as it matters to whoever is told of it. */
record Occurrence(
    Severity severity,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    String actor,
    String sentence,
    Instant at) {

  static Occurrence of(Recorded recorded) {
    return switch (recorded.event()) {
      case ProjectEvent e ->
          new Occurrence(
              Severities.of(e), e.project(), null, null, e.actor(), Sentences.of(e), e.at());
      case EnvironmentEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              Subjects.rolloutOf(e),
              e.actor(),
              Sentences.of(e),
              e.at());
      case AccessEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              null,
              e.actor(),
              Sentences.of(e),
              e.at());
      case SubscriptionEvent e ->
          new Occurrence(
              Severities.of(e),
              e.project(),
              e.environment(),
              null,
              e.actor(),
              Sentences.of(e),
              e.at());
      case EvidenceEvent e ->
          new Occurrence(
              Severities.of(e),
              Subjects.projectOf(e),
              Subjects.environmentOf(e),
              Subjects.rolloutOf(e),
              e.actor(),
              Sentences.of(e),
              e.at());
      default -> throw new IllegalArgumentException("no words for " + recorded.name());
    };
  }
}
