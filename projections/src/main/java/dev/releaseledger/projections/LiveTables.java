package dev.releaseledger.projections;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that are read, written one statement after another as events come in. */
public final class LiveTables implements ViewTables {

  private final JdbcClient jdbc;

  public LiveTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void update(String sql, @Nullable Object... values) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (Object value : values) {
      statement = statement.param(value);
    }
    statement.update();
  }

  @Override
  public Optional<String> text(String sql, Object... values) {
    return jdbc.sql(sql).params(values).query(String.class).optional();
  }
}
