package dev.releaseledger.app.store.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one table by one statement for many of them. */
final class InsertRows implements BulkTables.Collected {

  private static final int MOST = 500;

  private final OpenCopy open;
  private final PreparedStatement insert;
  private int rows;

  InsertRows(OpenCopy open, Connection connection, String sql) throws SQLException {
    this.open = open;
    this.insert = connection.prepareStatement(sql);
  }

  @Override
  public void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.addBatch();
    rows++;
    if (rows >= MOST) {
      flush();
    }
  }

  @Override
  public void flush() throws SQLException {
    if (rows > 0) {
      open.end();
      int[] unused = insert.executeBatch();
      rows = 0;
    }
  }
}
