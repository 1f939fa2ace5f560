package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.BoundedReading.Answer;
import dev.releaseledger.domain.preflight.TableSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out how large tables are, without reading large ones. */
final class TableSizes {

  private static final String SIZE =
      """
      WITH RECURSIVE family (oid) AS (
        SELECT to_regclass('%s')::oid
        UNION SELECT i.inhrelid FROM pg_inherits i JOIN family f ON i.inhparent = f.oid)
      SELECT coalesce(sum(pg_total_relation_size(f.oid)), 0)::bigint,
             coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint
      FROM family f JOIN pg_class c ON c.oid = f.oid
      """;
  private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

  private TableSizes() {}

  private record Statistics(long bytes, long rows) {}

  /** The size of a table, its partitions and children; null when it cannot be told in time. */
  static @Nullable TableSize of(BoundedReading reading, String table, long limit)
      throws SQLException {
    Answer<Statistics> size =
        reading.ask(SIZE.formatted(table.replace("'", "''")), TableSizes::statistics);
    if (!(size instanceof Answer.Given<Statistics>(Statistics statistics))) {
      return null;
    }
    Long rows = rows(reading, table, limit, statistics);
    return rows == null ? null : new TableSize(table, rows, statistics.bytes());
  }

  /** A small table is counted; of a large one the planner knows more than the catalog. */
  private static @Nullable Long rows(
      BoundedReading reading, String table, long limit, Statistics statistics) throws SQLException {
    String some =
        "SELECT count(*) FROM (SELECT FROM %s LIMIT %d) AS first_rows".formatted(table, limit);
    if (!(reading.ask(some, TableSizes::number) instanceof Answer.Given<Long>(Long counted))) {
      // None by the statistics is what a table has that was never analyzed, whatever is in it.
      return statistics.rows() == 0 ? null : statistics.rows();
    }
    if (counted < limit) {
      return counted;
    }
    Answer<Long> planned =
        reading.ask("EXPLAIN (FORMAT JSON) SELECT FROM " + table, TableSizes::planned);
    return planned instanceof Answer.Given<Long>(Long estimate)
        ? Math.max(estimate, counted)
        : Math.max(statistics.rows(), counted);
  }

  private static Statistics statistics(ResultSet rows) throws SQLException {
    rows.next();
    return new Statistics(rows.getLong(1), rows.getLong(2));
  }

  private static Long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private static Long planned(ResultSet rows) throws SQLException {
    rows.next();
    Matcher matcher = PLANNED_ROWS.matcher(rows.getString(1));
    return matcher.find() ? Long.valueOf(matcher.group(1)) : 0L;
  }
}
