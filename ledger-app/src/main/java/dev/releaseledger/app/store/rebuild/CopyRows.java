package dev.releaseledger.app.store.rebuild;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Rows on their way into one table by COPY, in its text format (PostgreSQL manual, COPY: File
 * Formats).
 */
final class CopyRows implements BulkTables.Collected {

  private static final int FULL = 512 * 1024;

  private final CopyManager target;
  private final String copy;
  private final StringBuilder rows = new StringBuilder(FULL + 64 * 1024);

  CopyRows(CopyManager target, String table, String columns) {
    this.target = target;
    this.copy = "copy " + table + " (" + columns + ") from stdin";
  }

  @Override
  public void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      write(values[i]);
    }
    rows.append('\n');
    if (rows.length() >= FULL) {
      flush();
    }
  }

  @Override
  public void flush() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try {
      long unused = target.copyIn(copy, new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException("rows cannot be copied", e);
    }
    rows.setLength(0);
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> rows.append("\\N");
      case Timestamp time -> rows.append(time.toInstant());
      case String text -> escape(text);
      case Boolean flag -> rows.append(flag.booleanValue());
      case Number number -> rows.append(number);
      default -> throw new IllegalArgumentException("no column takes " + value.getClass());
    }
  }

  private void escape(String text) {
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped = escaped(text.charAt(i));
      if (escaped != null) {
        rows.append(text, plain, i).append(escaped);
        plain = i + 1;
      }
    }
    rows.append(text, plain, text.length());
  }

  private static @Nullable String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> null;
    };
  }
}
