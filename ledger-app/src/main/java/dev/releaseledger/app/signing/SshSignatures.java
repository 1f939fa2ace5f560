package dev.releaseledger.app.signing;

import dev.releaseledger.app.port.Signatures;
import dev.releaseledger.app.refusal.SignatureRefusal.SignatureInvalid;
import dev.releaseledger.app.refusal.SignatureRefusal.SigningKeyInvalid;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.ssh.KeyLine;
import dev.releaseledger.evidence.ssh.SshSignature;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Signatures that approvers make with {@code ssh-keygen -Y sign}. */
@Component
final class SshSignatures implements Signatures {

  @Override
  public Signature verify(String armored, String planDigest, Collection<String> authorizedKeys) {
    try {
      SshSignature signature = SshSignature.read(armored);
      if (!signature.namespace().equals(SshSignature.APPROVALS)) {
        throw new Malformed("it was not made for the namespace " + SshSignature.APPROVALS);
      }
      boolean signs = signature.signs(SshSignature.line(planDigest));
      String fingerprint = KeyLine.fingerprint(signature.key());
      if (authorizedKeys.stream().noneMatch(line -> KeyLine.has(line, signature.key()))) {
        throw new Malformed("its key %s is not registered for you".formatted(fingerprint));
      }
      if (!signs) {
        throw new Malformed("it is not one of %s and a line's end".formatted(planDigest));
      }
      return new Signature(fingerprint, signature.armored());
    } catch (Malformed e) {
      throw new Refused(new SignatureInvalid(e.reason()));
    }
  }

  @Override
  public String fingerprint(String key) {
    try {
      byte[] blob = KeyLine.blob(key);
      KeyLine.demandUsable(blob);
      return KeyLine.fingerprint(blob);
    } catch (Malformed e) {
      throw new Refused(new SigningKeyInvalid(e.reason()));
    }
  }
}
