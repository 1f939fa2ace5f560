package dev.releaseledger.app.sealing;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key that signs checkpoints, from a file that all instances of the service have. It is named
 * by the origin of the log (C2SP tlog-checkpoint).
 */
@Component
public class LogKey {

  private final KeyFile file;
  private final Origin origin;
  private @Nullable SignerKey key;

  LogKey(LedgerSettings settings, Origin origin) {
    this.file = new KeyFile(settings.evidence().logKeyFile(), settings.data().resolve("log.key"));
    this.origin = origin;
  }

  /** The key; it is drawn on first use where no file was named. */
  public synchronized SignerKey signer() {
    SignerKey known = key;
    if (known == null) {
      known = new SignerKey(origin.name(), KeyType.ED25519, file.secret());
      key = known;
    }
    return known;
  }
}
