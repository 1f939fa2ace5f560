package dev.releaseledger.projections.rollouts;

import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers where rollouts stand. */
public final class Rollouts {

  private final JdbcClient jdbc;
  private final JsonText json;

  public Rollouts(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One rollout. */
  public Optional<RolloutRow> one(String rollout) {
    return jdbc.sql("select * from view_rollout where rollout = ?")
        .param(rollout)
        .query(this::row)
        .optional();
  }

  /** Rollouts, newest first; a null filter lets everything through. */
  public List<RolloutRow> list(
      @Nullable String project, @Nullable String environment, @Nullable String status, int limit) {
    return list(project, environment, status, Sight.ALL, limit);
  }

  /** Rollouts that a reader sees, newest first; a null filter lets everything through. */
  public List<RolloutRow> list(
      @Nullable String project,
      @Nullable String environment,
      @Nullable String status,
      Sight sight,
      int limit) {
    return jdbc.sql(
            """
            select * from view_rollout
            where (cast(:project as text) is null or project = :project)
              and (cast(:environment as text) is null or environment = :environment)
              and (cast(:status as text) is null or status = :status)
              and (:everything
                or project || '/' || environment = any(string_to_array(:places, ',')))
            order by position desc limit :limit
            """)
        .param("project", project)
        .param("environment", environment)
        .param("status", status)
        .param("everything", sight.everything())
        .param("places", sight.list())
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  /** The rollouts of an environment about which something is still to be done, oldest first. */
  public List<RolloutRow> obliging(String project, String environment) {
    return jdbc.sql(
            """
            select * from view_rollout
            where project = ? and environment = ?
              and (review_due is not null or status = 'backfill-pending')
            order by position
            """)
        .params(project, environment)
        .query(this::row)
        .list();
  }

  /** Who said yes, in order. */
  public List<RolloutRow.Approval> approvals(String rollout) {
    return jdbc.sql("select * from view_rollout_approval where rollout = ? order by position")
        .param(rollout)
        .query((row, number) ->
            new RolloutRow.Approval(
                row.getString("actor"),
                row.getString("reason"),
                json.list(row.getString("capacities")),
                row.getString("reference"),
                row.getString("channel"),
                row.getBoolean("signed"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /** What each gate said as it was let through; nothing where it never was. */
  public List<PassedGate> gates(String rollout) {
    return jdbc.sql("select gates from view_rollout where rollout = ? and gates is not null")
        .param(rollout)
        .query(String.class)
        .optional()
        .map(text -> List.of(json.read(text, PassedGate[].class)))
        .orElse(List.of());
  }

  /** How many statements are committed, and were not taken back. */
  public int committed(String rollout) {
    return jdbc.sql(
            """
            select count(*) from view_rollout_statement where rollout = ? and not taken_back
            """)
        .param(rollout)
        .query(Integer.class)
        .single();
  }

  /** What is committed, in order. */
  public List<RolloutRow.Statement> statements(String rollout) {
    return jdbc.sql(
            "select * from view_rollout_statement where rollout = ? order by at, connection, step")
        .param(rollout)
        .query((row, number) ->
            new RolloutRow.Statement(
                row.getString("connection"),
                row.getInt("step"),
                row.getLong("millis"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("taken_back")))
        .list();
  }

  private RolloutRow row(ResultSet row, int number) throws SQLException {
    String failure = row.getString("failure");
    return new RolloutRow(
        row.getString("rollout"),
        row.getString("project"),
        row.getString("environment"),
        row.getString("ref"),
        row.getString("requested_ref"),
        row.getString("plan_digest"),
        row.getString("status"),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        row.getInt("approvals_required"),
        row.getInt("steps"),
        row.getBoolean("destructive"),
        row.getBoolean("forced"),
        row.getString("trigger"),
        row.getString("reason"),
        row.getString("status_reason"),
        row.getString("next_review"),
        row.getString("release"),
        row.getString("backfill"),
        instant(row.getTimestamp("apply_at")),
        instant(row.getTimestamp("review_due")),
        failure == null ? null : json.read(failure, RolloutRow.Failure.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
