package dev.releaseledger.app.port;

import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import java.util.Collection;

/** Signatures with SSH keys; every failure is a {@code Refused}. */
public interface Signatures {

  /**
   * The signature of a plan's digest, once it is proven to be one by one of the keys.
   *
   * @param armored what {@code ssh-keygen -Y sign -n release-ledger} wrote
   * @param planDigest what was signed, without the line's end that was signed with it
   * @param authorizedKeys public keys of the signer, as lines of OpenSSH
   */
  Signature verify(String armored, String planDigest, Collection<String> authorizedKeys);

  /**
   * The fingerprint of a public key that can sign, as {@code ssh-keygen -l} tells it.
   *
   * @param key a line of OpenSSH, as in the file that ends with {@code .pub}
   */
  String fingerprint(String key);
}
