package dev.releaseledger.app.evidence;

import dev.releaseledger.evidence.bundle.RevealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Commits to what people wrote without telling it. The salts are derived, so that the same evidence
 * is the same bytes; without the key nobody can guess them, and so not the text either.
 */
@Component
class Commitments {

  private static final int SALT = 16;
  private static final String MAC = "HmacSHA256";

  private final AttestationKey key;

  Commitments(AttestationKey key) {
    this.key = key;
  }

  /** The commitment to the reason of a rollout, with what opens it. */
  Optional<RevealedText> reason(String rollout, @Nullable String reason) {
    if (reason == null) {
      return Optional.empty();
    }
    byte[] salt = salt("release-ledger/reason/" + rollout);
    return Optional.of(new RevealedText(RevealedText.commitment(salt, reason), salt, reason));
  }

  private byte[] salt(String what) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.secret().seed(), MAC));
      return Arrays.copyOf(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)), SALT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }
}
