package dev.releaseledger.projections.environments;

import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Keeps the list of projects and environments. */
@ProcessingGroup("environments")
public final class EnvironmentsProjector {

  private final ViewTables views;
  private final JsonText json;

  public EnvironmentsProjector(ViewTables views, JsonText json) {
    this.views = views;
    this.json = json;
  }

  @EventHandler
  void on(ProjectCreated event, TrackingToken token) {
    views.update(
        """
        insert into view_project (name, position, repository, connections, created_at, created_by)
        values (?, ?, ?, ?, ?, ?) on conflict (name) do nothing
        """,
        event.project(),
        Position.of(token),
        event.repository(),
        json.write(event.connections()),
        Timestamp.from(event.at()),
        event.actor());
  }

  @EventHandler
  void on(ProjectFrozen event) {
    freeze(event, event.reason());
  }

  @EventHandler
  void on(ProjectUnfrozen event) {
    freeze(event, null);
  }

  private void freeze(ProjectEvent event, @Nullable String reason) {
    views.update(
        "update view_project set freeze_reason = ? where name = ?", reason, event.project());
  }

  @EventHandler
  void on(EnvironmentCreated event, TrackingToken token) {
    views.update(
        """
        insert into view_environment
          (project, environment, position, connections, approvals_required, approvals_at_first)
        values (?, ?, ?, ?, ?, ?) on conflict (project, environment) do nothing
        """,
        event.project(),
        event.environment(),
        Position.of(token),
        json.write(event.connections()),
        event.approvalsRequired(),
        event.approvalsRequired());
  }

  @EventHandler
  void on(PolicyAdopted event) {
    views.update(
        """
        update view_environment set approvals_required = ?, policy_version = ?, marked = ?
        where project = ? and environment = ?
        """,
        event.approvalsRequired(),
        event.version(),
        event.marked(),
        event.project(),
        event.environment());
  }

  @EventHandler
  void on(EnvironmentFrozen event) {
    set(event, "freeze_reason", event.reason());
  }

  @EventHandler
  void on(EnvironmentUnfrozen event) {
    set(event, "freeze_reason", null);
  }

  @EventHandler
  void on(DriftCheckPassed event) {
    set(event, "drift", "clean");
  }

  @EventHandler
  void on(DriftDetected event) {
    set(event, "drift", "drifted");
  }

  @EventHandler
  void on(ReleaseAdvanced event) {
    set(event, "release", event.release());
  }

  private void set(EnvironmentEvent event, String column, @Nullable String value) {
    views.update(
        "update view_environment set " + column + " = ? where project = ? and environment = ?",
        value,
        event.project(),
        event.environment());
  }
}
