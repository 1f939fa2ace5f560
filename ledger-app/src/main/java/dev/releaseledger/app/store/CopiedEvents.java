package dev.releaseledger.app.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/**
 * Events on their way out of the ledger by COPY, in its binary format (PostgreSQL manual, COPY:
 * Binary Format). A cursor has the server wait while the rows of a fetch are worked on, and the
 * other way round; here the server sends the next ones meanwhile.
 */
final class CopiedEvents {

  private static final int SIGNATURE = 11;
  private static final int FLAGS = Integer.BYTES;
  private static final short NO_MORE = -1;

  private final CopyOut copy;
  private boolean begun;

  private CopiedEvents(CopyOut copy) {
    this.copy = copy;
  }

  /** Hands over the events between two positions, in order, of these names or of all. */
  static void pour(
      Connection connection, long after, long upTo, Collection<String> names, Consumer<Stored> sink)
      throws SQLException {
    // A COPY takes no parameters.
    String sql =
        "copy (select position, name, payload from ledger_event where position > %d"
            + " and position <= %d%s order by position) to stdout (format binary)";
    PGConnection server = connection.unwrap(PGConnection.class);
    CopyOut copy = server.getCopyAPI().copyOut(sql.formatted(after, upTo, among(names)));
    try {
      new CopiedEvents(copy).pour(sink);
    } finally {
      if (copy.isActive()) {
        giveUp(server, copy);
      }
    }
  }

  /** Has the server stop, and reads what it had sent by then: the connection can be used again. */
  private static void giveUp(PGConnection server, CopyOut copy) throws SQLException {
    server.cancelQuery();
    try {
      while (copy.readFromCopy() != null) {
        // Nobody wants it any more.
      }
    } catch (SQLException e) {
      if (!PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static String among(Collection<String> names) {
    return names.isEmpty() ? "" : " and name in ('" + String.join("', '", names) + "')";
  }

  private void pour(Consumer<Stored> sink) throws SQLException {
    for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
      ByteBuffer rows = ByteBuffer.wrap(message);
      if (!begun) {
        begun = true;
        rows.position(SIGNATURE + FLAGS);
        int extension = rows.getInt();
        rows.position(rows.position() + extension);
      }
      while (rows.hasRemaining() && rows.getShort() != NO_MORE) {
        row(rows, sink);
      }
    }
  }

  private static void row(ByteBuffer rows, Consumer<Stored> sink) {
    int _ = rows.getInt();
    long position = rows.getLong();
    int named = rows.getInt();
    String name = new String(rows.array(), rows.position(), named, StandardCharsets.ISO_8859_1);
    rows.position(rows.position() + named);
    byte[] payload = new byte[rows.getInt()];
    rows.get(payload);
    sink.accept(new Stored(position, name, payload));
  }
}
