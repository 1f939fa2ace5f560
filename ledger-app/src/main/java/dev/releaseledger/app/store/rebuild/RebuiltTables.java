package dev.releaseledger.app.store.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of one projection in a schema of their own: like the live ones, and in their place in
 * the end.
 *
 * <p>Indexes come late, since a table is filled faster without them, and keep their names, since
 * migrations know them by name.
 */
final class RebuiltTables {

  private final Connection connection;
  private final String live;
  private final String schema;
  private final List<String> tables;
  private final Set<String> indexed = new HashSet<>();

  RebuiltTables(Connection connection, String live, String schema, List<String> tables) {
    this.connection = connection;
    this.live = live;
    this.schema = schema;
    this.tables = List.copyOf(tables);
  }

  Connection connection() {
    return connection;
  }

  /** The schema of the live ones. */
  String live() {
    return live;
  }

  /** Makes them anew, empty. */
  void create() throws SQLException {
    run("drop schema if exists " + schema + " cascade");
    run("create schema " + schema);
    for (String table : tables) {
      run(
          "create table %s.%s (like %s.%s including all excluding indexes)"
              .formatted(schema, table, live, table));
    }
    indexed.clear();
  }

  /** Whether an earlier attempt has left them all. */
  boolean exist() throws SQLException {
    List<String> found =
        texts("select tablename from pg_tables where schemaname = '" + schema + "'");
    return found.containsAll(tables);
  }

  /** Gives all of them the keys and indexes of the live ones that they do not have yet. */
  void index() throws SQLException {
    for (String table : tables) {
      index(table);
    }
  }

  /** Gives one of them its keys and indexes. */
  void index(String table) throws SQLException {
    if (indexed.add(table)) {
      for (String statement : missingIndexes(table)) {
        run(statement);
      }
      makeKeys(table);
    }
  }

  /** Makes the missing indexes of all of them at once, by several connections. */
  void index(IndexBuilders builders) throws Exception {
    List<String> missing = new ArrayList<>();
    for (String table : tables) {
      if (indexed.add(table)) {
        missing.addAll(missingIndexes(table));
      }
    }
    // The others see the tables only when they are committed.
    connection.commit();
    builders.run(missing, connection);
    for (String table : tables) {
      makeKeys(table);
    }
    connection.commit();
  }

  private List<String> missingIndexes(String table) throws SQLException {
    return texts(
        """
        select replace(pg_get_indexdef(i.indexrelid), ' ON %2$s.%3$s ', ' ON %1$s.%3$s ')
        from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = '%2$s.%3$s'::regclass
          and not exists (select from pg_class n
            where n.relname = c.relname and n.relnamespace = '%1$s'::regnamespace)
        """
            .formatted(schema, live, table));
  }

  /** Makes those unique indexes keys that are keys of the live table. */
  private void makeKeys(String table) throws SQLException {
    for (String statement :
        texts(
            """
            select format('alter table %%I.%%I add constraint %%I %%s using index %%I',
              '%1$s', '%3$s', l.conname,
              case l.contype when 'p' then 'primary key' else 'unique' end, l.conname)
            from pg_constraint l
            where l.conrelid = '%2$s.%3$s'::regclass and l.contype in ('p', 'u')
              and not exists (select from pg_constraint n
                where n.conrelid = '%1$s.%3$s'::regclass and n.conname = l.conname)
            """
                .formatted(schema, live, table))) {
      run(statement);
    }
  }

  /** The columns of one of them and what the server calls their types. */
  Map<String, String> types(String table) throws SQLException {
    Map<String, String> types = new HashMap<>();
    for (String column :
        texts(
            """
            select attname || ' ' || format_type(atttypid, null) from pg_attribute
            where attrelid = '%s.%s'::regclass and attnum > 0 and not attisdropped
            """
                .formatted(schema, table))) {
      int space = column.indexOf(' ');
      types.put(column.substring(0, space), column.substring(space + 1));
    }
    return types;
  }

  /** Has the planner know them; runs outside of the moment in which everybody waits. */
  void analyze() throws SQLException {
    for (String table : tables) {
      run("analyze " + schema + "." + table);
    }
  }

  /** Keeps everybody else from writing to the live ones until the transaction ends. */
  void holdLive() throws SQLException {
    for (String table : tables) {
      run("lock table " + live + "." + table + " in share row exclusive mode");
    }
  }

  /** Has them be of the form of the live ones, which a migration may have given another one. */
  void requireFormOfLive() throws SQLException {
    for (String table : tables) {
      if (!form(schema, table).equals(form(live, table))) {
        throw new IllegalStateException(
            table + " was given another form meanwhile; it has to be rebuilt in that one");
      }
    }
  }

  private List<String> form(String where, String table) throws SQLException {
    List<String> form =
        new ArrayList<>(
            texts(
                """
                select format('%%s %%s %%s', attname, format_type(atttypid, atttypmod), attnotnull)
                from pg_attribute
                where attrelid = '%1$s.%2$s'::regclass and attnum > 0 and not attisdropped
                order by attnum
                """
                    .formatted(where, table)));
    form.addAll(
        texts(
            """
            select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = '%1$s.%2$s'::regclass order by 1
            """
                .formatted(where, table)));
    return form;
  }

  /** Puts them in the place of the live ones; whoever could read those can read these. */
  void takeTheirPlace() throws SQLException {
    for (String table : tables) {
      List<String> grants =
          texts(
              """
              select format('grant %%s on %1$s.%3$s to %%s', a.privilege_type,
                case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
              from pg_class c, aclexplode(c.relacl) a
              where c.oid = '%2$s.%3$s'::regclass and a.grantee <> c.relowner
              """
                  .formatted(schema, live, table));
      for (String grant : grants) {
        run(grant);
      }
      run("drop table " + live + "." + table);
      run("alter table %s.%s set schema %s".formatted(schema, table, live));
    }
    run("drop schema " + schema);
  }

  /** Takes them away. */
  void drop() throws SQLException {
    run("drop schema if exists " + schema + " cascade");
  }

  /** How many rows a table has. */
  long count(String table) throws SQLException {
    return Long.parseLong(texts("select count(*) from " + schema + "." + table).getFirst());
  }

  /** The rows of these that the live table lacks, as text. */
  Difference missing(String table) throws SQLException {
    return between(schema, live, table);
  }

  /** The rows of the live table that these lack, as text. */
  Difference extra(String table) throws SQLException {
    return between(live, schema, table);
  }

  /** Rows that one side lacks: how many, and some of them. */
  record Difference(long rows, List<String> samples) {
    Difference {
      samples = List.copyOf(samples);
    }
  }

  private Difference between(String there, String here, String table) throws SQLException {
    String rows =
        "(select * from %s.%s except all select * from %s.%s)".formatted(there, table, here, table);
    long count = Long.parseLong(texts("select count(*) from " + rows + " d").getFirst());
    return new Difference(
        count,
        count == 0
            ? List.of()
            : texts("select left(d::text, 400) from " + rows + " d order by 1 limit 3"));
  }

  private List<String> texts(String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private void run(String sql) throws SQLException {
    run(connection, sql);
  }

  /** Runs a statement that answers nothing. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }
}
