package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.KeyFile;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Ed25519Secret;
import org.springframework.stereotype.Component;

/** The key that signs statements about releases; it is another one than that of the log. */
@Component
class AttestationKey {

  private final KeyFile file;

  AttestationKey(LedgerSettings settings) {
    this.file =
        new KeyFile(
            settings.evidence().attestationKeyFile(), settings.data().resolve("attestation.key"));
  }

  Ed25519Secret secret() {
    return file.secret();
  }

  Ed25519Key publicKey() {
    return file.secret().publicKey();
  }
}
