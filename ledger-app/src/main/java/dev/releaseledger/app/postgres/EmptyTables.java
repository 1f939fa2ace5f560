package dev.releaseledger.app.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the tables that have no rows, exactly; the statistics of the server only estimate. */
final class EmptyTables {

  private EmptyTables() {}

  /** Of these tables, those without a row in them, their partitions or their children. */
  static SortedSet<String> among(BoundedReading reading, SortedSet<String> tables)
      throws SQLException {
    SortedSet<String> empty = new TreeSet<>();
    for (String table : tables) {
      BoundedReading.Answer<Boolean> hasRows =
          reading.ask("SELECT EXISTS (SELECT 1 FROM " + table + ")", EmptyTables::first);
      if (hasRows.equals(new BoundedReading.Answer.Given<>(false))) {
        empty.add(table);
      }
    }
    return empty;
  }

  private static boolean first(ResultSet rows) throws SQLException {
    return rows.next() && rows.getBoolean(1);
  }
}
