package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.store.rebuild.RebuiltTables.Difference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The live tables of a projection beside those that were built anew.
 *
 * @param rows how many rows there should be
 * @param missing how many of them the live tables lack
 * @param extra how many the live tables have besides
 */
record Comparison(long position, long rows, long missing, long extra, List<String> samples) {

  Comparison {
    samples = List.copyOf(samples);
  }

  static Comparison of(RebuiltTables rebuilt, List<String> tables, long position)
      throws SQLException {
    long rows = 0;
    long missing = 0;
    long extra = 0;
    List<String> samples = new ArrayList<>();
    for (String table : tables) {
      rows += rebuilt.count(table);
      Difference lacks = rebuilt.missing(table);
      Difference has = rebuilt.extra(table);
      missing += lacks.rows();
      extra += has.rows();
      lacks.samples().forEach(row -> samples.add(table + " lacks " + row));
      has.samples().forEach(row -> samples.add(table + " should not have " + row));
    }
    return new Comparison(position, rows, missing, extra, samples);
  }
}
