package dev.releaseledger.app.store.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * The one COPY that a connection can be in the middle of: the server takes in what was sent while
 * more is made. Nothing else can be asked of the connection until it has ended.
 */
final class OpenCopy {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NO_FLAGS = 0;
  private static final int NO_EXTENSION = 0;
  private static final int LAST_ROW = -1;

  private final CopyManager copying;
  private String statement = "";
  private @Nullable CopyIn running;

  OpenCopy(CopyManager copying) {
    this.copying = copying;
  }

  /** Sends rows of a COPY, which becomes the open one. */
  void send(String copy, BinaryRows rows) throws SQLException {
    if (running != null && !copy.equals(statement)) {
      end();
    }
    if (running == null) {
      running = copying.copyIn(copy);
      statement = copy;
      BinaryRows head = new BinaryRows(32);
      head.raw(SIGNATURE);
      head.int32(NO_FLAGS);
      head.int32(NO_EXTENSION);
      running.writeToCopy(head.array(), 0, head.length());
    }
    running.writeToCopy(rows.array(), 0, rows.length());
  }

  /** Ends the open one, so that its rows are there. */
  void end() throws SQLException {
    CopyIn ending = running;
    if (ending == null) {
      return;
    }
    BinaryRows tail = new BinaryRows(Short.BYTES);
    tail.int16(LAST_ROW);
    ending.writeToCopy(tail.array(), 0, tail.length());
    running = null;
    long unused = ending.endCopy();
  }

  /** Gives the open one up, so that the transaction can be rolled back. */
  void abandon() throws SQLException {
    CopyIn abandoned = running;
    running = null;
    if (abandoned != null && abandoned.isActive()) {
      abandoned.cancelCopy();
    }
  }
}
