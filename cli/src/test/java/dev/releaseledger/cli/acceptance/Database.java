package dev.releaseledger.cli.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A target database, seen and changed without the ledger. */
record Database(String url, String user, String password) {

  /**
   * Every row of the catalog that makes up the user's schemas, with the transaction that wrote it:
   * equal only while nothing at all was executed.
   */
  private static final String CATALOG_ROWS =
      """
      select 'class ' || c.oid || ' ' || c.xmin || ' ' || c.relname || ' ' || c.relfilenode
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      union all
      select 'column ' || a.attrelid || ' ' || a.xmin || ' ' || a.attname
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and a.attnum > 0
      union all
      select 'constraint ' || oid || ' ' || xmin || ' ' || conname from pg_constraint
      where connamespace = 'public'::regnamespace
      union all
      select 'type ' || oid || ' ' || xmin || ' ' || typname from pg_type
      where typnamespace = 'public'::regnamespace
      order by 1
      """;

  private static final String COLUMNS =
      """
      select format('%s.%s %s%s', table_name, column_name, data_type,
                    case is_nullable when 'NO' then ' not null' else '' end)
      from information_schema.columns where table_schema = 'public'
      order by table_name, ordinal_position
      """;

  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The columns of the public schema, such as {@code orders.id integer not null}. */
  List<String> columns() {
    return query(COLUMNS);
  }

  /** Every object with its identity and its file, however often its row was written. */
  List<String> objects() {
    return catalogRows().stream()
        .map(row -> row.replaceFirst("^(\\w+ \\d+) \\d+ ", "$1 "))
        .toList();
  }

  /** Every row of the catalog with the transaction that wrote it. */
  List<String> catalogRows() {
    return query(CATALOG_ROWS);
  }
}
