package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.log.LogEvent;
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
        (position, at, type, severity, project, environment, rollout, subject, actor)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
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
    enter(event, token, event instanceof ProjectCreated);
  }

  @EventHandler
  void on(EnvironmentEvent event, TrackingToken token) {
    enter(event, token, event instanceof EnvironmentCreated);
  }

  @EventHandler
  void on(AccessEvent event, TrackingToken token) {
    enter(event, token, true);
  }

  @EventHandler
  void on(SubscriptionEvent event, TrackingToken token) {
    enter(event, token, true);
  }

  @EventHandler
  void on(EvidenceEvent event, TrackingToken token) {
    enter(event, token, false);
  }

  @EventHandler
  void on(LogEvent event, TrackingToken token) {
    enter(event, token, true);
  }

  /**
   * Writes the entry of an event.
   *
   * @param first whether it may be the first in its place
   */
  private void enter(Object event, TrackingToken token, boolean first) {
    Occurrence occurrence = Occurrence.of(event);
    String project = orNone(occurrence.project());
    String environment = orNone(occurrence.environment());
    if (first) {
      views.update(PLACE, project, environment);
    }
    views.update(
        INSERT,
        Position.of(token),
        Timestamp.from(occurrence.at()),
        EventName.of(event.getClass()),
        occurrence.severity().ordinal(),
        project,
        environment,
        occurrence.rollout(),
        occurrence.subject(),
        occurrence.actor());
  }

  private static String orNone(@Nullable String place) {
    return place == null ? "" : place;
  }
}
