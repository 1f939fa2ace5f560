package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.projections.ViewTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Tables that are filled from the first event on, where every event comes once.
 *
 * <p>Rows that have the position of their event in their key are new each time: they are collected
 * and copied, which is many times faster than inserting them. Other rows that are kept where they
 * are there already are collected as well, and inserted many at a time. Everything else runs in its
 * turn, behind what was collected before it. A table gets its indexes when they are first needed.
 */
final class BulkTables implements ViewTables {

  private static final Pattern INSERT =
      Pattern.compile(
          "\\s*insert into (\\w+)\\s*\\(([^)]*)\\)\\s*values\\s*\\([?,\\s]*\\)"
              + "\\s*on conflict \\(([^)]*)\\) do nothing\\s*");
  private static final Pattern POSITION = Pattern.compile("\\bposition\\b");

  private final Connection connection;
  private final RebuiltTables tables;
  private final OpenCopy open;
  private final Map<String, Optional<Collected>> inserts = new HashMap<>();
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
  private int executed;

  BulkTables(RebuiltTables tables) throws SQLException {
    this.connection = tables.connection();
    this.tables = tables;
    this.open = new OpenCopy(connection.unwrap(PGConnection.class).getCopyAPI());
  }

  /** Rows on their way into one table. */
  interface Collected {
    void add(@Nullable Object... values) throws SQLException;

    void flush() throws SQLException;
  }

  @Override
  public void update(String sql, @Nullable Object... values) {
    try {
      Optional<Collected> insert = inserts.get(sql);
      if (insert == null) {
        insert = collecting(sql);
        inserts.put(sql, insert);
      }
      if (insert.isPresent()) {
        insert.get().add(values);
      } else {
        int unused = prepared(sql, values).executeUpdate();
        executed++;
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
    for (Optional<Collected> insert : inserts.values()) {
      if (insert.isPresent()) {
        insert.get().flush();
      }
    }
    open.end();
  }

  /** How many statements ran in their turn since this was last asked for. */
  int executed() {
    int since = executed;
    executed = 0;
    return since;
  }

  /** Forgets what was collected: it was read in vain. */
  void clear() throws SQLException {
    open.abandon();
    inserts.clear();
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

  private Optional<Collected> collecting(String sql) throws SQLException {
    Matcher insert = INSERT.matcher(sql);
    if (!insert.matches()) {
      return Optional.empty();
    }
    String table = insert.group(1);
    open.end();
    if (POSITION.matcher(insert.group(3)).find()) {
      Optional<List<BinaryType>> types = types(table, insert.group(2));
      if (types.isPresent()) {
        return Optional.of(new CopyRows(open, table, insert.group(2), types.get()));
      }
    }
    // What is there already is found by the key.
    tables.index(table);
    return Optional.of(new InsertRows(open, connection, sql));
  }

  /** The types of some columns, where all of them can be copied. */
  private Optional<List<BinaryType>> types(String table, String columns) throws SQLException {
    Map<String, String> known = tables.types(table);
    List<BinaryType> types = new ArrayList<>();
    for (String column : columns.split(",")) {
      Optional<BinaryType> type =
          BinaryType.of(Objects.requireNonNullElse(known.get(column.strip()), ""));
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    return Optional.of(types);
  }
}
