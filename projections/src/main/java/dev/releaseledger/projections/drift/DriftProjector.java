package dev.releaseledger.projections.drift;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import java.util.List;
import java.util.SortedMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Keeps what the last comparison of each environment found. */
@ProcessingGroup("drift")
public final class DriftProjector {

  private final ViewTables views;
  private final JsonText json;

  public DriftProjector(ViewTables views, JsonText json) {
    this.views = views;
    this.json = json;
  }

  @EventHandler
  void on(DriftCheckPassed event) {
    put(event, "clean", event.check(), event.observed(), event.observed(), List.of(), 0, null);
  }

  @EventHandler
  void on(DriftDetected event) {
    put(
        event,
        "drifted",
        event.check(),
        event.expected(),
        event.observed(),
        event.differences(),
        event.differenceCount(),
        event.report());
  }

  private void put(
      EnvironmentEvent event,
      String status,
      DriftCheck check,
      SortedMap<String, String> expected,
      SortedMap<String, String> observed,
      List<String> differences,
      int count,
      @Nullable String report) {
    views.update(
        """
        insert into view_drift
          (project, environment, status, checked_at, occasion, expected, observed, differences,
           difference_count, report)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (project, environment) do update set
          status = excluded.status, checked_at = excluded.checked_at,
          occasion = excluded.occasion, expected = excluded.expected,
          observed = excluded.observed, differences = excluded.differences,
          difference_count = excluded.difference_count, report = excluded.report
        """,
        event.project(),
        event.environment(),
        status,
        Timestamp.from(event.at()),
        check.toString(),
        json.write(expected),
        json.write(observed),
        json.write(differences),
        count,
        report);
  }
}
