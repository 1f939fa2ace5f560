package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;

/** An RSA key, whose signatures are those of RFC 8332. */
record RsaKey(PublicKey key) implements SshKey {

  static final String NAME = "ssh-rsa";

  private static final int FEWEST_BITS = 2048;
  private static final int MOST_BITS = 16_384;

  static RsaKey read(WireReader reader) throws GeneralSecurityException {
    BigInteger exponent = reader.natural();
    BigInteger modulus = reader.natural();
    if (modulus.bitLength() < FEWEST_BITS) {
      throw new Malformed("an RSA key of fewer than 2048 bits is too weak");
    }
    if (modulus.bitLength() > MOST_BITS) {
      throw new Malformed("an RSA key has 16384 bits at the most");
    }
    return new RsaKey(
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
  }

  @Override
  public boolean signed(byte[] data, String algorithm, WireReader signature)
      throws GeneralSecurityException {
    Signature check =
        Signature.getInstance(
            switch (algorithm) {
              case "rsa-sha2-256" -> "SHA256withRSA";
              case "rsa-sha2-512" -> "SHA512withRSA";
              case NAME -> throw new Malformed("RSA with SHA-1 is too weak");
              default -> throw SshKey.notOf(NAME);
            });
    byte[] made = signature.string();
    signature.end();
    check.initVerify(key);
    check.update(data);
    return check.verify(made);
  }
}
