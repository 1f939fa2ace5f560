package dev.releaseledger.projections.drift;

import dev.releaseledger.projections.JsonText;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers whether reality still agrees. */
public final class Drifts {

  private final JdbcClient jdbc;
  private final JsonText json;

  public Drifts(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What the last comparison found, if there was one. */
  public Optional<DriftRow> of(String project, String environment) {
    return jdbc.sql("select * from view_drift where project = ? and environment = ?")
        .params(project, environment)
        .query((row, number) ->
            new DriftRow(
                row.getString("project"),
                row.getString("environment"),
                row.getString("status"),
                row.getTimestamp("checked_at").toInstant(),
                row.getString("occasion"),
                json.map(row.getString("expected")),
                json.map(row.getString("observed")),
                json.list(row.getString("differences")),
                row.getInt("difference_count"),
                row.getString("report")))
        .optional();
  }
}
