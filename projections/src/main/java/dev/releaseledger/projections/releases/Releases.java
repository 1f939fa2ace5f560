package dev.releaseledger.projections.releases;

import dev.releaseledger.projections.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which release an environment is on, and which it had. */
public final class Releases {

  private final JdbcClient jdbc;
  private final JsonText json;

  public Releases(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The release an environment is on. */
  public Optional<ReleaseRow> current(String project, String environment) {
    return history(project, environment, 1).stream().findFirst();
  }

  /** The release an environment was on when the ledger had reached a position. */
  public Optional<ReleaseRow> asOf(String project, String environment, long position) {
    return jdbc.sql(
            """
            select * from view_release where project = ? and environment = ? and position <= ?
            order by position desc limit 1
            """)
        .params(project, environment, position)
        .query(this::row)
        .optional();
  }

  /** The moves of an environment's pointer, newest first. */
  public List<ReleaseRow> history(String project, String environment, int limit) {
    return jdbc.sql(
            """
            select * from view_release where project = ? and environment = ?
            order by position desc limit ?
            """)
        .params(project, environment, limit)
        .query(this::row)
        .list();
  }

  /** Where a release was used, newest first. */
  public List<ReleaseRow> uses(String release) {
    return jdbc.sql("select * from view_release where release = ? order by position desc")
        .param(release)
        .query(this::row)
        .list();
  }

  private ReleaseRow row(ResultSet row, int number) throws SQLException {
    return new ReleaseRow(
        row.getLong("position"),
        row.getString("project"),
        row.getString("environment"),
        row.getString("release"),
        row.getString("ref"),
        json.map(row.getString("schemas")),
        json.map(row.getString("snapshots")),
        row.getString("cause"),
        row.getString("rollout"),
        row.getString("previous"),
        row.getString("reason"),
        row.getString("actor"),
        row.getTimestamp("at").toInstant());
  }
}
