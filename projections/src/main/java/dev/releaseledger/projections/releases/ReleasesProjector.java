package dev.releaseledger.projections.releases;

import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import java.sql.Timestamp;
import java.util.Locale;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the moves of the release pointers. */
@ProcessingGroup("releases")
public final class ReleasesProjector {

  private final JdbcClient jdbc;
  private final JsonText json;

  public ReleasesProjector(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @EventHandler
  void on(ReleaseAdvanced event, TrackingToken token) {
    jdbc.sql(
            """
            insert into view_release
              (position, project, environment, release, ref, schemas, snapshots, cause, rollout,
               previous, reason, actor, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """)
        .params(
            Position.of(token),
            event.project(),
            event.environment(),
            event.release(),
            event.ref(),
            json.write(event.schemas()),
            json.write(event.snapshots()),
            event.cause().name().toLowerCase(Locale.ROOT),
            event.rollout(),
            event.previous(),
            event.reason(),
            event.actor(),
            Timestamp.from(event.at()))
        .update();
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from view_release").update();
  }
}
