package dev.releaseledger.app.sealing;

import dev.releaseledger.app.settings.PrivateFile;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file with an Ed25519 key (PKCS#8 in PEM), which all instances of the service have. One that
 * nobody has named is in the data folder, and is drawn on first use.
 */
public final class KeyFile {

  private final Path file;
  private final boolean mayDraw;
  private @Nullable Ed25519Secret secret;

  /**
   * A key file.
   *
   * @param named what an operator has set, or empty
   * @param usual where it is otherwise
   */
  public KeyFile(String named, Path usual) {
    this.file = named.isEmpty() ? usual : Path.of(named);
    this.mayDraw = named.isEmpty();
  }

  /** The key. */
  public synchronized Ed25519Secret secret() {
    Ed25519Secret known = secret;
    if (known == null) {
      known = Ed25519Secret.ofPem(pem());
      secret = known;
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
      throw new UncheckedIOException("the key cannot be read from " + file, e);
    }
  }
}
