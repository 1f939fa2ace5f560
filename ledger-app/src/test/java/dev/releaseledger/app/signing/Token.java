package dev.releaseledger.app.signing;

import dev.releaseledger.evidence.ssh.HashAlgorithm;
import dev.releaseledger.evidence.ssh.WireWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;

/** A FIDO token, with the key in it that cannot be taken out of real ones. */
record Token(KeyPair pair) {

  static final String TYPE = "sk-ssh-ed25519@openssh.com";

  private static final String APPLICATION = "ssh:";
  private static final int COUNTER = 7;
  private static final int POINT = 32;

  static Token made() throws GeneralSecurityException {
    return new Token(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }

  byte[] key() {
    return new WireWriter().text(TYPE).string(point(pair)).text(APPLICATION).written();
  }

  String line() {
    return Armor.line(TYPE, key());
  }

  /**
   * Signs a message.
   *
   * @param flags what the token signs about itself
   * @param told what the signature tells of it
   */
  String sign(String message, int flags, int told) throws GeneralSecurityException {
    Armor armor = Armor.of(key());
    Signature signing = Signature.getInstance("Ed25519");
    signing.initSign(pair.getPrivate());
    signing.update(
        new WireWriter()
            .bytes(HashAlgorithm.SHA256.of(APPLICATION.getBytes(StandardCharsets.US_ASCII)))
            .bytes(new byte[] {(byte) flags})
            .uint32(COUNTER)
            .bytes(HashAlgorithm.SHA256.of(armor.data(message)))
            .written());
    return armor.around(
        new WireWriter()
            .text(TYPE)
            .string(signing.sign())
            .bytes(new byte[] {(byte) told})
            .uint32(COUNTER)
            .written());
  }

  /** The last bytes of the platform's encoding are those of the point. */
  static byte[] point(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length);
  }
}
