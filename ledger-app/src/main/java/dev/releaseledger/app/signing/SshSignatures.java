package dev.releaseledger.app.signing;

import dev.releaseledger.app.port.Signatures;
import dev.releaseledger.app.refusal.SignatureRefusal.SignatureInvalid;
import dev.releaseledger.app.refusal.SignatureRefusal.SigningKeyInvalid;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.policy.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Signatures that approvers make with {@code ssh-keygen -Y sign}. */
@Component
final class SshSignatures implements Signatures {

  private static final String NAMESPACE = "release-ledger";

  @Override
  public Signature verify(String armored, String planDigest, Collection<String> authorizedKeys) {
    try {
      SshSignature signature = SshSignature.read(armored);
      if (!signature.namespace().equals(NAMESPACE)) {
        throw new Unacceptable("it was not made for the namespace " + NAMESPACE);
      }
      boolean signs = signature.signs((planDigest + "\n").getBytes(StandardCharsets.UTF_8));
      String fingerprint = KeyLine.fingerprint(signature.key());
      if (authorizedKeys.stream().noneMatch(line -> KeyLine.has(line, signature.key()))) {
        throw new Unacceptable("its key %s is not registered for you".formatted(fingerprint));
      }
      if (!signs) {
        throw new Unacceptable("it is not one of %s and a line's end".formatted(planDigest));
      }
      return new Signature(fingerprint, signature.armored());
    } catch (Unacceptable e) {
      throw new Refused(new SignatureInvalid(e.why()));
    }
  }

  @Override
  public String fingerprint(String key) {
    try {
      byte[] blob = KeyLine.blob(key);
      SshKey.of(blob);
      return KeyLine.fingerprint(blob);
    } catch (Unacceptable e) {
      throw new Refused(new SigningKeyInvalid(e.why()));
    }
  }
}
