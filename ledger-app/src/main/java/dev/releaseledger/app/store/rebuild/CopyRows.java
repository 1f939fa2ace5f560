package dev.releaseledger.app.store.rebuild;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into one table by COPY, in its binary format (PostgreSQL manual, COPY: File
 * Formats).
 */
final class CopyRows implements BulkTables.Collected {

  private static final int FULL = 64 * 1024;
  private static final int NULL = -1;

  private final OpenCopy open;
  private final String copy;
  private final List<BinaryType> types;
  private final BinaryRows rows = new BinaryRows(FULL + 8 * 1024);

  CopyRows(OpenCopy open, String table, String columns, List<BinaryType> types) {
    this.open = open;
    this.copy = "copy " + table + " (" + columns + ") from stdin (format binary)";
    this.types = List.copyOf(types);
  }

  @Override
  public void add(@Nullable Object... values) throws SQLException {
    rows.int16(values.length);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        rows.int32(NULL);
      } else {
        types.get(i).write(value, rows);
      }
    }
    if (rows.length() >= FULL) {
      flush();
    }
  }

  @Override
  public void flush() throws SQLException {
    if (rows.length() > 0) {
      open.send(copy, rows);
      rows.clear();
    }
  }
}
