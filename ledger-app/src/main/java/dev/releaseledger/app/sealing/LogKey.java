package dev.releaseledger.app.sealing;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.PrivateFile;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key that signs checkpoints, from a file that all instances of the service have. It is named
 * by the origin of the log (C2SP tlog-checkpoint).
 */
@Component
public class LogKey {

  private final Path file;
  private final boolean mayDraw;
  private final Origin origin;
  private @Nullable SignerKey key;

  LogKey(LedgerSettings settings, Origin origin) {
    String named = settings.evidence().logKeyFile();
    this.file = named.isEmpty() ? settings.data().resolve("log.key") : Path.of(named);
    this.mayDraw = named.isEmpty();
    this.origin = origin;
  }

  /** The key; it is drawn on first use where no file was named. */
  public synchronized SignerKey signer() {
    SignerKey known = key;
    if (known == null) {
      known = new SignerKey(origin.name(), KeyType.ED25519, Ed25519Secret.ofPem(pem()));
      key = known;
    }
    return known;
  }

  private String pem() {
    try {
      if (mayDraw && !Files.exists(file)) {
        PrivateFile.write(file, Ed25519Secret.generate(new SecureRandom()).pem());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the log cannot be read from " + file, e);
    }
  }
}
