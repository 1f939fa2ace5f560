package dev.releaseledger.app.rest;

import dev.releaseledger.app.rest.LogView.ContinuedView;
import dev.releaseledger.app.rest.LogView.FreezeView;
import dev.releaseledger.app.rest.LogView.KeyView;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import org.springframework.stereotype.Component;

/** Shows how the log is kept, by what it says itself. */
@Component
class LogPresenting {

  private final TransparencyLog log;

  LogPresenting(TransparencyLog log) {
    this.log = log;
  }

  LogView view() {
    LogHistory history = log.history();
    SignedCheckpoint latest = log.latest().orElseGet(log::empty);
    return new LogView(
        log.origin(),
        latest.size(),
        latest.root().base64(),
        log.keys().stream().map(LogPresenting::view).toList(),
        history.frozen().map(this::view).orElse(null),
        history
            .continued()
            .map(it -> new ContinuedView(it.origin(), it.size(), it.root().base64()))
            .orElse(null));
  }

  private static KeyView view(LogHistory.Span span) {
    return new KeyView(
        span.key().text(),
        span.to().isPresent() ? "retired" : "signing",
        span.from(),
        span.to().orElse(null));
  }

  private FreezeView view(LogChange.Frozen frozen) {
    Sha256 root = log.at(frozen.believedSize()).map(SignedCheckpoint::root).orElseGet(frozen::root);
    return new FreezeView(frozen.believedSize(), root.base64(), frozen.compromised());
  }
}
