package dev.releaseledger.projections.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks who is told what. */
public final class SubscriptionRows {

  private final JdbcClient jdbc;

  public SubscriptionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every subscription, oldest first. */
  public List<SubscriptionRow> all() {
    return jdbc.sql("select * from notice_subscription order by created_at, id")
        .query((row, number) -> read(row))
        .list();
  }

  /** The subscription of an id or a name. */
  public Optional<SubscriptionRow> one(String idOrName) {
    return jdbc.sql("select * from notice_subscription where id = ? or name = ?")
        .params(idOrName, idOrName)
        .query((row, number) -> read(row))
        .optional();
  }

  private static SubscriptionRow read(ResultSet row) throws SQLException {
    String events = row.getString("events");
    long from = row.getLong("from_position");
    return new SubscriptionRow(
        row.getString("id"),
        row.getString("name"),
        row.getString("channel"),
        row.getString("project"),
        row.getString("environment"),
        events.isEmpty() ? List.of() : List.of(events.split(",")),
        row.getString("severity"),
        row.getString("target"),
        row.getInt("recipients"),
        row.getInt("generation"),
        instant(row.getTimestamp("previous_until")),
        instant(row.getTimestamp("paused_at")),
        row.getString("pause_reason"),
        from == 0 ? null : from,
        row.getBoolean("following"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
