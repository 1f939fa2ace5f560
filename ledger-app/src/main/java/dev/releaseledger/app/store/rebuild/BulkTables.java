package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.projections.ViewTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Tables that are filled from the first event on, where every event comes once.
 *
 * <p>Rows that have the position of their event in their key are new each time: they are collected
 * and copied, which is many times faster than inserting them. Everything else runs in its turn,
 * behind what was collected before it; for that the tables get their indexes first.
 */
final class BulkTables implements ViewTables {

  private static final Pattern APPEND =
      Pattern.compile(
          "\\s*insert into (\\w+)\\s*\\(([^)]*)\\)\\s*values\\s*\\([?,\\s]*\\)"
              + "\\s*on conflict \\(([^)]*\\bposition\\b[^)]*)\\) do nothing\\s*");

  private final Connection connection;
  private final RebuiltTables tables;
  private final CopyManager copying;
  private final Map<String, Optional<CopyRows>> appends = new HashMap<>();
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

  BulkTables(RebuiltTables tables) throws SQLException {
    this.connection = tables.connection();
    this.tables = tables;
    this.copying = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Override
  public void update(String sql, @Nullable Object... values) {
    try {
      Optional<CopyRows> append = appends.computeIfAbsent(sql, BulkTables::appending);
      if (append.isPresent()) {
        append.get().add(values);
        if (append.get().isFull()) {
          append.get().flush(copying);
        }
      } else {
        int unused = prepared(sql, values).executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a projection cannot be built: " + sql, e);
    }
  }

  @Override
  public Optional<String> text(String sql, Object... values) {
    try (ResultSet rows = prepared(sql, values).executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a projection cannot be built: " + sql, e);
    }
  }

  /** Writes what was collected. */
  void flush() throws SQLException {
    for (Optional<CopyRows> append : appends.values()) {
      if (append.isPresent()) {
        append.get().flush(copying);
      }
    }
  }

  /** Forgets what was collected: it was read in vain. */
  void clear() {
    appends.clear();
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    flush();
    tables.index();
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static Optional<CopyRows> appending(String sql) {
    Matcher insert = APPEND.matcher(sql);
    return insert.matches()
        ? Optional.of(new CopyRows(insert.group(1), insert.group(2)))
        : Optional.empty();
  }
}
