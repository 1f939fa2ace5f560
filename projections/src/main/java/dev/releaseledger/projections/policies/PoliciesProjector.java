package dev.releaseledger.projections.policies;

import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Keeps every policy that was adopted. */
@ProcessingGroup("policies")
public final class PoliciesProjector {

  private final ViewTables views;

  public PoliciesProjector(ViewTables views) {
    this.views = views;
  }

  @EventHandler
  void on(PolicyAdopted event) {
    views.update(
        """
        insert into view_policy
          (project, environment, version, policy, document, reason, adopted_by, adopted_at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (project, environment, version) do nothing
        """,
        event.project(),
        event.environment(),
        event.version(),
        event.policy(),
        event.document(),
        event.reason(),
        event.actor(),
        Timestamp.from(event.at()));
  }
}
