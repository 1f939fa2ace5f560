package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** How Sigstore knows a log: by the whole of the digest that a key id is the start of. */
public final class LogId {

  private LogId() {}

  /** The id of the log with this key. */
  public static Sha256 of(VerifierKey key) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(key.name().getBytes(StandardCharsets.UTF_8));
    input.write('\n');
    input.write(KeyType.ED25519.code());
    input.writeBytes(key.key().bytes());
    return Sha256.of(input.toByteArray());
  }
}
