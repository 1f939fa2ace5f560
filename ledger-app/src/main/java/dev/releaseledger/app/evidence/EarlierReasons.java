package dev.releaseledger.app.evidence;

import dev.releaseledger.evidence.bundle.RevealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Commits to reasons that events have in the clear, as all had before texts were kept beside them.
 *
 * <p>The salts are derived, so that the same evidence is the same bytes; without the key nobody can
 * guess them, and so not the text either.
 */
@Component
class EarlierReasons {

  private static final int SALT = 16;
  private static final String MAC = "HmacSHA256";

  private final AttestationKey key;

  EarlierReasons(AttestationKey key) {
    this.key = key;
  }

  /** The commitment to the reason of a rollout, with what opens it. */
  Optional<RevealedText> of(Course course) {
    return Optional.ofNullable(course.proposal().reason())
        .map(reason -> {
          byte[] salt = salt("release-ledger/reason/" + course.rollout());
          return new RevealedText(RevealedText.commitment(salt, reason), salt, reason);
        });
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
