package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.log.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Puts what is stored of an event beside the proof of it. */
final class Proven {

  private Proven() {}

  /** Entries of the log under a checkpoint. */
  static List<LoggedEvent> events(
      TransparencyLog log, List<Entry> entries, SignedCheckpoint under) {
    List<TlogProof> proofs = log.proofs(entries.stream().map(Entry::index).toList(), under);
    return IntStream.range(0, entries.size())
        .mapToObj(i -> event(entries.get(i), proofs.get(i)))
        .toList();
  }

  private static LoggedEvent event(Entry entry, TlogProof proof) {
    return new LoggedEvent(
        entry.index(),
        entry.leaf(),
        entry.event().payload().getBytes(StandardCharsets.UTF_8),
        entry.event().metadata().getBytes(StandardCharsets.UTF_8),
        proof.path());
  }
}
