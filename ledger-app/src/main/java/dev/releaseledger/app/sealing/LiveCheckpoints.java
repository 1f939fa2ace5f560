package dev.releaseledger.app.sealing;

import dev.releaseledger.app.sealing.LiveReport.Check;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was signed at some sizes, here and as others have kept it. */
final class LiveCheckpoints {

  private final LiveReport report;
  private final NavigableMap<Long, List<Said>> waiting = new TreeMap<>();

  private LiveCheckpoints(LiveReport report) {
    this.report = report;
  }

  private record Said(Check check, long size, Sha256 root) {}

  static LiveCheckpoints read(
      Connection connection, String origin, LiveKeys keys, LiveReport report) throws SQLException {
    LiveCheckpoints checkpoints = new LiveCheckpoints(report);
    LiveVerification.each(
        connection,
        "select size, root, note from ledger_checkpoint",
        rows -> {
          long size = rows.getLong(1);
          Sha256 root = Sha256.wrap(rows.getBytes(2));
          report.looked(Check.ROOT);
          if (!isSigned(rows.getString(3), new Checkpoint(origin, size, root), keys.at(size))) {
            report.fails(Check.ROOT, "the checkpoint of %d leaves is not signed by the log", size);
          }
          checkpoints.await(Check.ROOT, size, root);
        });
    return checkpoints;
  }

  private static boolean isSigned(String written, Checkpoint said, List<VerifierKey> keys) {
    return Note.parse(written.getBytes(StandardCharsets.UTF_8))
            instanceof Read.Good<Note>(Note note)
        && note.text().equals(said.text())
        && note.verify(keys) instanceof Read.Good<List<Signed>>(List<Signed> by)
        && by.size() == keys.size();
  }

  /** A checkpoint that was kept elsewhere is one of this log's if the root is the same. */
  void hold(Checkpoint checkpoint) {
    await(Check.HELD, checkpoint.size(), checkpoint.root());
  }

  private void await(Check check, long size, Sha256 root) {
    waiting.computeIfAbsent(size, it -> new ArrayList<>()).add(new Said(check, size, root));
  }

  /** Compares what was said of a tree of this size. */
  void reached(LiveTree tree) {
    if (!waiting.isEmpty() && waiting.firstKey() <= tree.size()) {
      waiting.pollFirstEntry().getValue().forEach(said -> compare(said, tree));
    }
  }

  private void compare(Said said, LiveTree tree) {
    Sha256 root = tree.root();
    if (said.size() != tree.size() || !root.equals(said.root())) {
      report.fails(
          said.check(),
          "the root over %d leaves is %s and was signed as %s",
          said.size(),
          root.hex(),
          said.root().hex());
    }
  }

  /** What was said of a larger tree than there is. */
  void end(LiveTree tree) {
    for (List<Said> all : waiting.values()) {
      for (Said said : all) {
        report.fails(
            said.check(), "%d leaves were signed, and there are %d", said.size(), tree.size());
      }
    }
  }
}
