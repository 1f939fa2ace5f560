package dev.releaseledger.projections.environments;

import dev.releaseledger.projections.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which projects and environments there are, environments in promotion order. */
public final class Environments {

  private final JdbcClient jdbc;
  private final JsonText json;

  public Environments(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Every project, oldest first. */
  public List<ProjectRow> projects() {
    return jdbc.sql("select * from view_project order by position").query(this::project).list();
  }

  /** One project. */
  public Optional<ProjectRow> named(String name) {
    return jdbc.sql("select * from view_project where name = ?")
        .param(name)
        .query(this::project)
        .optional();
  }

  /** A project's environments in promotion order, which is the order of their creation. */
  public List<EnvironmentRow> of(String project) {
    return jdbc.sql("select * from view_environment where project = ? order by position")
        .param(project)
        .query(this::environment)
        .list();
  }

  /** Every environment of every project. */
  public List<EnvironmentRow> all() {
    return jdbc.sql("select * from view_environment order by position")
        .query(this::environment)
        .list();
  }

  /** One environment. */
  public Optional<EnvironmentRow> one(String project, String environment) {
    return jdbc.sql("select * from view_environment where project = ? and environment = ?")
        .params(project, environment)
        .query(this::environment)
        .optional();
  }

  private ProjectRow project(ResultSet row, int number) throws SQLException {
    return new ProjectRow(
        row.getString("name"),
        row.getString("repository"),
        json.map(row.getString("connections")),
        row.getString("freeze_reason"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"));
  }

  private EnvironmentRow environment(ResultSet row, int number) throws SQLException {
    return new EnvironmentRow(
        row.getString("project"),
        row.getString("environment"),
        json.map(row.getString("connections")),
        row.getInt("approvals_required"),
        row.getInt("approvals_at_first"),
        row.getInt("policy_version"),
        row.getString("marked"),
        row.getString("freeze_reason"),
        row.getString("release"),
        row.getString("drift"));
  }
}
