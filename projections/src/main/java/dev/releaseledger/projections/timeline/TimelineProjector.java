package dev.releaseledger.projections.timeline;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.OfRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.EventName;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Keeps every event as a line for people. */
@ProcessingGroup("timeline")
public final class TimelineProjector {

  private final ViewTables views;
  private final JsonText json;

  public TimelineProjector(ViewTables views, JsonText json) {
    this.views = views;
    this.json = json;
  }

  @EventHandler
  void on(ProjectEvent event, TrackingToken token) {
    put(token, event.at(), event, event.project(), null, null, event.actor(), Sentences.of(event));
  }

  @EventHandler
  void on(EnvironmentEvent event, TrackingToken token) {
    put(
        token,
        event.at(),
        event,
        event.project(),
        event.environment(),
        rolloutOf(event),
        event.actor(),
        Sentences.of(event));
  }

  @EventHandler
  void on(AccessEvent event, TrackingToken token) {
    put(
        token,
        event.at(),
        event,
        event.project(),
        event.environment(),
        null,
        event.actor(),
        Sentences.of(event));
  }

  @ResetHandler
  void reset() {
    views.update("delete from view_timeline");
  }

  private static @Nullable String rolloutOf(EnvironmentEvent event) {
    return switch (event) {
      case OfRollout e -> e.rollout();
      case ApplyRefused e -> e.rollout();
      case DriftCheckPassed e -> e.rollout();
      case DriftDetected e -> e.rollout();
      case ReleaseAdvanced e -> e.rollout();
      case EnvironmentEvent.EnvironmentCreated e -> null;
      case EnvironmentEvent.PolicyAdopted e -> null;
      case EnvironmentEvent.EnvironmentFrozen e -> null;
      case EnvironmentEvent.EnvironmentUnfrozen e -> null;
      case EnvironmentEvent.DriftResolved e -> null;
      case EnvironmentEvent.BackupRecorded e -> null;
    };
  }

  private void put(
      TrackingToken token,
      Instant at,
      Object event,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String rollout,
      String actor,
      String sentence) {
    views.update(
        """
        insert into view_timeline
          (position, at, type, project, environment, rollout, actor, sentence, data)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
        """,
        Position.of(token),
        Timestamp.from(at),
        EventName.of(event.getClass()),
        project,
        environment,
        rollout,
        actor,
        sentence,
        json.write(event));
  }
}
