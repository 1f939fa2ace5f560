package dev.releaseledger.app.sealing;

import dev.releaseledger.app.sealing.LiveReport.Check;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Reads the whole ledger as it is stored, makes the log anew from it, and compares: with the
 * leaves, with what was signed, and with checkpoints that others have kept. Only the last of these
 * notices somebody who has the key of the log and rewrites everything.
 */
@Component
public class LiveVerification {

  private static final int ROWS_PER_READ = 1000;

  private final DataSource connections;
  private final LogAuthority authority;
  private final Origin origin;

  LiveVerification(DataSource connections, LogAuthority authority, Origin origin) {
    this.connections = connections;
    this.authority = authority;
    this.origin = origin;
  }

  /**
   * Looks at everything, as of one moment.
   *
   * @param held checkpoints that were kept elsewhere
   */
  public LiveReport run(List<Note> held) {
    LiveReport report = new LiveReport();
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        try (Statement statement = connection.createStatement()) {
          boolean unused =
              statement.execute("set transaction isolation level repeatable read, read only");
        }
        look(connection, held, report);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
    return report;
  }

  private void look(Connection connection, List<Note> held, LiveReport report) throws SQLException {
    LiveAnchors anchors = LiveAnchors.read(connection);
    LiveTree tree = new LiveTree(report, anchors);
    LiveKeys keys = LiveKeys.read(connection, authority, report);
    LiveCheckpoints checkpoints = LiveCheckpoints.read(connection, origin.name(), keys, report);
    for (Note note : held) {
      heldElsewhere(note, keys, checkpoints, report);
    }
    long sealed = number(connection, "select coalesce(max(position), 0) from ledger_sequence");
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + StoredEvent.COLUMNS
                + ", leaf.leaf, leaf.leaf_hash, placed.leaf_index from ledger_event event"
                + " left join ledger_leaf leaf on leaf.position = event.position"
                + " left join ledger_sequence placed on placed.position = event.position"
                + " order by event.position")) {
      select.setFetchSize(ROWS_PER_READ);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          tree.take(rows, sealed);
          checkpoints.reached(tree);
        }
      }
    }
    report.size(tree.size());
    checkpoints.end(tree);
    tree.compareTiles(connection);
    leftovers(connection, report);
    artifacts(connection, report);
    texts(connection, report);
  }

  private void heldElsewhere(
      Note note, LiveKeys keys, LiveCheckpoints checkpoints, LiveReport report) {
    Read<Checkpoint> said = Checkpoint.parse(note.text());
    report.looked(Check.HELD);
    if (!(said instanceof Read.Good<Checkpoint>(Checkpoint checkpoint))) {
      report.fails(Check.HELD, "what was given is no checkpoint");
    } else if (!checkpoint.origin().equals(origin.name())) {
      report.fails(Check.HELD, "a checkpoint of another log, %s", checkpoint.origin());
    } else if (!note.verify(keys.at(checkpoint.size())).isGood()) {
      report.fails(
          Check.HELD, "the checkpoint of %d leaves was signed with another key", checkpoint.size());
    } else {
      checkpoints.hold(checkpoint);
    }
  }

  private static void leftovers(Connection connection, LiveReport report) throws SQLException {
    each(
        connection,
        """
        select position from ledger_leaf leaf where not exists
          (select from ledger_event event where event.position = leaf.position)
        """,
        rows ->
            report.fails(Check.BIJECTION, "the leaf at position %d has no event", rows.getLong(1)));
    each(
        connection,
        """
        select leaf_index, position from ledger_sequence placed where not exists
          (select from ledger_event event where event.position = placed.position)
        """,
        rows ->
            report.fails(
                Check.BIJECTION,
                "place %d is that of position %d, which has no event",
                rows.getLong(1),
                rows.getLong(2)));
  }

  private static void artifacts(Connection connection, LiveReport report) throws SQLException {
    each(
        connection,
        "select digest, content from artifact",
        rows -> {
          report.looked(Check.ARTIFACTS);
          String digest = Fingerprint.ofBytes(rows.getBytes(2)).value();
          if (!digest.equals(rows.getString(1))) {
            report.fails(Check.ARTIFACTS, "%s has the digest %s", rows.getString(1), digest);
          }
        });
  }

  private static void texts(Connection connection, LiveReport report) throws SQLException {
    each(
        connection,
        "select commitment, salt, text from free_text",
        rows -> {
          report.looked(Check.TEXTS);
          Sha256 digest = RevealedText.commitment(rows.getBytes(2), rows.getString(3));
          if (!digest.hex().equals(rows.getString(1))) {
            report.fails(
                Check.TEXTS, "sha256:%s has the digest sha256:%s", rows.getString(1), digest.hex());
          }
        });
  }

  /** Takes in a row. */
  interface Row {
    void take(ResultSet rows) throws SQLException;
  }

  static void each(Connection connection, String sql, Row row) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(ROWS_PER_READ);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          row.take(rows);
        }
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    long[] number = {0};
    each(connection, sql, rows -> number[0] = rows.getLong(1));
    return number[0];
  }
}
