package dev.releaseledger.projections.approvals;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what waits for approval. */
public final class ApprovalInbox {

  private final JdbcClient jdbc;

  public ApprovalInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The plans an actor could approve: all that wait, but the actor's own; oldest first. */
  public List<WaitingPlan> of(String actor) {
    return jdbc.sql(
            "select * from view_approval_inbox where requested_by <> ? and waits order by position")
        .param(actor)
        .query((row, number) ->
            new WaitingPlan(
                row.getString("rollout"),
                row.getString("project"),
                row.getString("environment"),
                row.getString("plan_digest"),
                row.getString("ref"),
                row.getBoolean("destructive"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getInt("approvals_given"),
                row.getInt("approvals_required"),
                row.getString("next_review")))
        .list();
  }
}
