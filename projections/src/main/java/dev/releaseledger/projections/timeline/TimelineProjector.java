package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.projections.EventName;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Keeps every event as a line for people. */
@ProcessingGroup("timeline")
public final class TimelineProjector {

  // One text for every entry, so that a rebuild writes them in batches.
  private static final String INSERT =
      """
      insert into view_timeline
        (position, at, type, severity, project, environment, rollout, subject, actor, sentence)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
      """;

  private static final String PLACE =
      """
      insert into view_timeline_place (project, environment) values (?, ?)
      on conflict (project, environment) do nothing
      """;

  private final ViewTables views;

  public TimelineProjector(ViewTables views) {
    this.views = views;
  }

  @EventHandler
  void on(ProjectEvent event, TrackingToken token) {
    if (event instanceof ProjectCreated) {
      place(event.project(), "");
    }
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(event.at()),
        EventName.of(event.getClass()),
        Severities.of(event).ordinal(),
        event.project(),
        "",
        null,
        Subjects.of(event),
        event.actor(),
        Sentences.of(event));
  }

  @EventHandler
  void on(EnvironmentEvent event, TrackingToken token) {
    if (event instanceof EnvironmentCreated) {
      place(event.project(), event.environment());
    }
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(event.at()),
        EventName.of(event.getClass()),
        Severities.of(event).ordinal(),
        event.project(),
        event.environment(),
        Subjects.rolloutOf(event),
        Subjects.of(event),
        event.actor(),
        Sentences.of(event));
  }

  @EventHandler
  void on(AccessEvent event, TrackingToken token) {
    place(orNone(event.project()), orNone(event.environment()));
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(event.at()),
        EventName.of(event.getClass()),
        Severities.of(event).ordinal(),
        orNone(event.project()),
        orNone(event.environment()),
        null,
        Subjects.of(event),
        event.actor(),
        Sentences.of(event));
  }

  @EventHandler
  void on(SubscriptionEvent event, TrackingToken token) {
    place(orNone(event.project()), orNone(event.environment()));
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(event.at()),
        EventName.of(event.getClass()),
        Severities.of(event).ordinal(),
        orNone(event.project()),
        orNone(event.environment()),
        null,
        Subjects.of(event),
        event.actor(),
        Sentences.of(event));
  }

  @EventHandler
  void on(EvidenceEvent event, TrackingToken token) {
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(event.at()),
        EventName.of(event.getClass()),
        Severities.of(event).ordinal(),
        orNone(Subjects.projectOf(event)),
        orNone(Subjects.environmentOf(event)),
        Subjects.rolloutOf(event),
        Subjects.of(event),
        event.actor(),
        Sentences.of(event));
  }

  private void place(String project, String environment) {
    views.update(PLACE, project, environment);
  }

  private static String orNone(@Nullable String place) {
    return place == null ? "" : place;
  }
}
