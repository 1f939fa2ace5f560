package dev.releaseledger.projections;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that projectors write; every projector owns its own. */
public final class ViewTables {

  private final JdbcClient jdbc;

  public ViewTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Runs one statement with positional parameters. */
  public void update(String sql, @Nullable Object... values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (Object value : values) {
      statement = statement.param(value);
    }
    statement.update();
  }
}
