package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.LogHistory;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Who signs the log. The log itself says so: which keys sign a checkpoint follows from the leaves
 * that it has, so that it is signed in the same way whoever seals, and whenever.
 */
@Component
public class LogAuthority {

  private final LogTables tables;
  private final LogKeys keys;

  LogAuthority(LogTables tables, LogKeys keys) {
    this.tables = tables;
    this.keys = keys;
  }

  /** What happened to the log, as far as it is sealed. */
  public LogHistory history() {
    return tables.history();
  }

  /** Every key that ever signed, oldest first. */
  public List<LogHistory.Span> spans() {
    return spans(history());
  }

  List<LogHistory.Span> spans(LogHistory history) {
    // A key that was given up may be gone, and must not be drawn anew.
    Supplier<VerifierKey> only = () -> keys.first().verifier();
    return history.spans(history.first().orElseGet(only));
  }

  /** The keys that sign a checkpoint of this size, oldest first. */
  public List<VerifierKey> keysAt(long size) {
    return LogHistory.Span.signing(spans(), size);
  }

  /** The same with their secrets. */
  SignerKey[] signersAt(long size) {
    return keysAt(size).stream().map(this::signer).toArray(SignerKey[]::new);
  }

  /** Whether the service can sign with a key. */
  boolean holds(VerifierKey key) {
    return keys.signer(key).isPresent();
  }

  private SignerKey signer(VerifierKey key) {
    return keys.signer(key)
        .orElseThrow(() ->
            new IllegalStateException(
                "the log is signed with %s, which is not in %s"
                    .formatted(key, keys.beside(key.id()))));
  }
}
