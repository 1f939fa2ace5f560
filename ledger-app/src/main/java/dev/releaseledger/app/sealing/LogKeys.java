package dev.releaseledger.app.sealing;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.PrivateFile;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyId;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The keys that sign checkpoints, in files that all instances of the service have. The first is in
 * the file that the operator has named; those that followed it are beside it, named by their ids.
 * Each is named by the origin of the log (C2SP tlog-checkpoint).
 */
@Component
public class LogKeys {

  private final Path file;
  private final KeyFile first;
  private final Origin origin;
  private final Map<VerifierKey, SignerKey> known = new ConcurrentHashMap<>();

  LogKeys(LedgerSettings settings, Origin origin) {
    String named = settings.evidence().logKeyFile();
    Path usual = settings.data().resolve("log.key");
    this.file = named.isEmpty() ? usual : Path.of(named);
    this.first = new KeyFile(named, usual);
    this.origin = origin;
  }

  /** The key that signs a log which has never changed it; drawn on first use if none was named. */
  public SignerKey first() {
    return signer(first.secret());
  }

  /** A key with its secret, where the service has that. */
  public Optional<SignerKey> signer(VerifierKey key) {
    SignerKey held = known.get(key);
    if (held != null) {
      return Optional.of(held);
    }
    Optional<SignerKey> found =
        in(beside(key.id())).or(() -> in(file)).filter(it -> it.verifier().equals(key));
    found.ifPresent(it -> known.put(key, it));
    return found;
  }

  /** The secret in a file, where there is one. */
  private Optional<SignerKey> in(Path path) {
    try {
      return Files.exists(path)
          ? Optional.of(signer(Ed25519Secret.ofPem(Files.readString(path))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the key cannot be read from " + path, e);
    }
  }

  /** Draws another key. It is on the disk before anybody hears of it. */
  SignerKey draw() throws IOException {
    SignerKey drawn = signer(Ed25519Secret.generate(new SecureRandom()));
    PrivateFile.write(beside(drawn.verifier().id()), drawn.secret().pem());
    return drawn;
  }

  /** Removes a key that was drawn and is not to sign after all. */
  void discard(SignerKey drawn) throws IOException {
    known.remove(drawn.verifier());
    boolean unused = Files.deleteIfExists(beside(drawn.verifier().id()));
  }

  /** Where a key of this id is looked for. */
  Path beside(KeyId id) {
    return file.toAbsolutePath().resolveSibling("log-" + id + ".key");
  }

  private SignerKey signer(Ed25519Secret secret) {
    return new SignerKey(origin.name(), KeyType.ED25519, secret);
  }
}
