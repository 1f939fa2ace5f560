package dev.releaseledger.projections.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which policy an environment had, and when. */
public final class Policies {

  private static final String OF =
      "select * from view_policy where project = ? and environment = ?";

  private final JdbcClient jdbc;

  public Policies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The policy of a version. */
  public Optional<AdoptedPolicy> version(String project, String environment, int version) {
    return jdbc.sql(OF + " and version = ?")
        .params(project, environment, version)
        .query(this::policy)
        .optional();
  }

  /** The policy that held at an instant; nothing when none had been adopted by then. */
  public Optional<AdoptedPolicy> at(String project, String environment, Instant instant) {
    return jdbc.sql(OF + " and adopted_at <= ? order by version desc limit 1")
        .params(project, environment, Timestamp.from(instant))
        .query(this::policy)
        .optional();
  }

  /** The policy that holds; nothing when none was ever adopted. */
  public Optional<AdoptedPolicy> current(String project, String environment) {
    return jdbc.sql(OF + " order by version desc limit 1")
        .params(project, environment)
        .query(this::policy)
        .optional();
  }

  /** The last version whose rules have this digest; nothing when none has. */
  public Optional<AdoptedPolicy> ofDigest(String project, String environment, String digest) {
    return jdbc.sql(OF + " and policy = ? order by version desc limit 1")
        .params(project, environment, digest)
        .query(this::policy)
        .optional();
  }

  private AdoptedPolicy policy(ResultSet row, int number) throws SQLException {
    return new AdoptedPolicy(
        row.getInt("version"),
        row.getString("policy"),
        row.getString("document"),
        row.getString("reason"),
        row.getString("adopted_by"),
        row.getTimestamp("adopted_at").toInstant());
  }
}
