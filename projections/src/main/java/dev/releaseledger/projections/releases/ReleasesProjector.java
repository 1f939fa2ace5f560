package dev.releaseledger.projections.releases;

import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps the moves of the release pointers. */
@ProcessingGroup("releases")
public final class ReleasesProjector {

  private final ViewTables views;
  private final JsonText json;

  public ReleasesProjector(ViewTables views, JsonText json) {
    this.views = views;
    this.json = json;
  }

  @EventHandler
  void on(ReleaseAdvanced event, TrackingToken token) {
    views.update(
        """
        insert into view_release
          (position, project, environment, release, ref, schemas, snapshots, cause, rollout,
           previous, reason, actor, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
        """,
        Position.of(token),
        event.project(),
        event.environment(),
        event.release(),
        event.ref(),
        json.write(event.schemas()),
        json.write(event.snapshots()),
        event.cause().toString(),
        event.rollout(),
        event.previous(),
        event.reason(),
        event.actor(),
        Timestamp.from(event.at()));
  }
}
