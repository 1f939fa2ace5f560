package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** A key on Curve25519, as in RFC 8709. */
record Ed25519Key(PublicKey key) implements SshKey {

  static final String NAME = "ssh-ed25519";

  private static final int LENGTH = 32;
  private static final int SIGNATURE = 64;
  private static final int X_IS_ODD = 0x80;

  static Ed25519Key read(WireReader reader) throws GeneralSecurityException {
    byte[] point = reader.string();
    if (point.length != LENGTH) {
      throw new Malformed("its key is of another length");
    }
    byte[] y = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      y[i] = point[LENGTH - 1 - i];
    }
    boolean odd = (y[0] & X_IS_ODD) != 0;
    y[0] &= (byte) ~X_IS_ODD;
    return new Ed25519Key(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new EdECPublicKeySpec(
                    NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y)))));
  }

  @Override
  public boolean signed(byte[] data, String algorithm, WireReader signature)
      throws GeneralSecurityException {
    if (!algorithm.equals(NAME)) {
      throw SshKey.notOf(NAME);
    }
    byte[] made = signature.string();
    signature.end();
    return verifies(data, made);
  }

  boolean verifies(byte[] data, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(data);
    // Some platforms take more bytes than a signature has (Wycheproof, Ed25519, case 37).
    return signature.length == SIGNATURE && check.verify(signature);
  }
}
