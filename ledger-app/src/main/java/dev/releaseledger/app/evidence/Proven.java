package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.log.TlogProof;
import java.nio.charset.StandardCharsets;

/** Puts what is stored of an event beside the proof of it. */
final class Proven {

  private Proven() {}

  static LoggedEvent event(Entry entry, TlogProof proof) {
    return new LoggedEvent(
        entry.index(),
        entry.leaf(),
        entry.event().payload().getBytes(StandardCharsets.UTF_8),
        entry.event().metadata().getBytes(StandardCharsets.UTF_8),
        proof.path());
  }
}
