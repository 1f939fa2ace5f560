package dev.releaseledger.projections.timeline;

import dev.releaseledger.projections.Sight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what happened, in order. */
public final class Timeline {

  private static final String FILTER =
      """
      where (cast(:project as text) is null or project = :project)
        and (cast(:environment as text) is null or environment = :environment)
        and (:everything
          or concat_ws('/', project, environment) = any(string_to_array(:places, ',')))
      """;

  private final JdbcClient jdbc;

  public Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The entries behind a position, oldest first. */
  public List<TimelineEntry> after(
      long position, @Nullable String project, @Nullable String environment, int limit) {
    return after(position, project, environment, Sight.ALL, limit);
  }

  /** The entries behind a position that a reader sees, oldest first. */
  public List<TimelineEntry> after(
      long position,
      @Nullable String project,
      @Nullable String environment,
      Sight sight,
      int limit) {
    return read(
        "select * from view_timeline "
            + FILTER
            + " and position > :after order by position"
            + " limit :limit",
        position,
        project,
        environment,
        sight,
        limit);
  }

  /** The youngest entries, oldest of them first. */
  public List<TimelineEntry> latest(
      @Nullable String project, @Nullable String environment, int limit) {
    return latest(project, environment, Sight.ALL, limit);
  }

  /** The youngest entries that a reader sees, oldest of them first. */
  public List<TimelineEntry> latest(
      @Nullable String project, @Nullable String environment, Sight sight, int limit) {
    return read(
            "select * from view_timeline "
                + FILTER
                + " and position > :after order by position desc"
                + " limit :limit",
            -1,
            project,
            environment,
            sight,
            limit)
        .reversed();
  }

  private List<TimelineEntry> read(
      String sql,
      long after,
      @Nullable String project,
      @Nullable String environment,
      Sight sight,
      int limit) {
    return jdbc.sql(sql)
        .param("after", after)
        .param("project", project)
        .param("environment", environment)
        .param("everything", sight.everything())
        .param("places", sight.list())
        .param("limit", limit)
        .query((row, number) ->
            new TimelineEntry(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getString("type"),
                row.getString("project"),
                row.getString("environment"),
                row.getString("rollout"),
                row.getString("actor"),
                row.getString("sentence"),
                row.getString("data")))
        .list();
  }
}
