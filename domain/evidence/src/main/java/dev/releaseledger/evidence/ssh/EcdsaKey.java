package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** A key on one of the curves of NIST, as in RFC 5656. */
record EcdsaKey(Curve curve, PublicKey key) implements SshKey {

  private static final byte UNCOMPRESSED = 4;

  static EcdsaKey read(String type, WireReader reader) throws GeneralSecurityException {
    Curve curve = Curve.ofKeyType(type);
    if (!reader.text().equals(curve.word)) {
      throw new Malformed("its key is on another curve than it says");
    }
    byte[] point = reader.string();
    if (point.length != 1 + 2 * curve.length || point[0] != UNCOMPRESSED) {
      throw new Malformed("its key is no uncompressed point of its curve");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + curve.length));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + curve.length, point.length));
    return new EcdsaKey(
        curve,
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve.parameters())));
  }

  @Override
  public boolean signed(byte[] data, String algorithm, WireReader signature)
      throws GeneralSecurityException {
    if (!algorithm.equals(curve.keyType())) {
      throw SshKey.notOf(curve.keyType());
    }
    WireReader numbers = new WireReader(signature.string());
    signature.end();
    byte[] r = padded(numbers.natural());
    byte[] s = padded(numbers.natural());
    numbers.end();
    Signature check = Signature.getInstance(curve.algorithm);
    check.initVerify(key);
    check.update(data);
    return check.verify(new WireWriter().bytes(r).bytes(s).written());
  }

  private byte[] padded(BigInteger number) {
    if (number.bitLength() > curve.length * Byte.SIZE) {
      throw new Malformed("it has a number that is too large for its curve");
    }
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[curve.length];
    int kept = Math.min(bytes.length, curve.length);
    System.arraycopy(bytes, bytes.length - kept, padded, curve.length - kept, kept);
    return padded;
  }

  /** The curves, with the hash that each is signed with. */
  enum Curve {
    P256("nistp256", "secp256r1", 32, "SHA256withECDSAinP1363Format"),
    P384("nistp384", "secp384r1", 48, "SHA384withECDSAinP1363Format"),
    P521("nistp521", "secp521r1", 66, "SHA512withECDSAinP1363Format");

    private final String word;
    private final String standardName;
    private final int length;
    private final String algorithm;

    Curve(String word, String standardName, int length, String algorithm) {
      this.word = word;
      this.standardName = standardName;
      this.length = length;
      this.algorithm = algorithm;
    }

    private static Curve ofKeyType(String type) {
      for (Curve curve : values()) {
        if (curve.keyType().equals(type)) {
          return curve;
        }
      }
      throw new Malformed(
          "its key is of none of the types ssh-ed25519, ecdsa-sha2-nistp256, -nistp384, -nistp521,"
              + " ssh-rsa and sk-ssh-ed25519@openssh.com");
    }

    private String keyType() {
      return "ecdsa-sha2-" + word;
    }

    private ECParameterSpec parameters() throws GeneralSecurityException {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(standardName));
      return parameters.getParameterSpec(ECParameterSpec.class);
    }
  }
}
