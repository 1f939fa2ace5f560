package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Malformed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An Ed25519 public key (RFC 8032) that is on the curve, canonical and not of small order. */
public final class Ed25519Key {

  /** How many bytes a key has. */
  public static final int LENGTH = 32;

  /** How many bytes a signature has. */
  public static final int SIGNATURE_LENGTH = 64;

  /** RFC 8410: the DER of a SubjectPublicKeyInfo up to the key itself. */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] bytes;
  private final PublicKey key;

  private Ed25519Key(byte[] bytes, PublicKey key) {
    this.bytes = bytes;
    this.key = key;
  }

  /** The key of these 32 bytes. */
  public static Ed25519Key of(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new Malformed("an Ed25519 key of " + encoded.length + " bytes");
    }
    byte[] bytes = encoded.clone();
    boolean xOdd = bytes[LENGTH - 1] < 0;
    BigInteger y = Edwards.y(bytes);
    if (!Edwards.isCanonical(y)) {
      throw new Malformed("an Ed25519 key that is not in its only form");
    }
    if (Edwards.isOfSmallOrder(y)) {
      throw new Malformed("an Ed25519 key of small order, with which anyone can sign");
    }
    try {
      EdECPublicKeySpec spec =
          new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xOdd, y));
      PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(spec);
      return new Ed25519Key(bytes, checked(key));
    } catch (GeneralSecurityException e) {
      throw new Malformed("not a point of the curve of Ed25519");
    }
  }

  /** The JDK looks whether the point is on the curve only when it is used. */
  private static PublicKey checked(PublicKey key) throws GeneralSecurityException {
    Signature.getInstance("Ed25519").initVerify(key);
    return key;
  }

  /** The key of a SubjectPublicKeyInfo in DER (RFC 8410). */
  public static Ed25519Key ofSpki(byte[] der) {
    if (der.length != SPKI.length + LENGTH
        || !Arrays.equals(der, 0, SPKI.length, SPKI, 0, SPKI.length)) {
      throw new Malformed("not the DER of an Ed25519 public key");
    }
    return of(Arrays.copyOfRange(der, SPKI.length, der.length));
  }

  /** The key of a PEM text with the label PUBLIC KEY. */
  public static Ed25519Key ofPem(String pem) {
    return ofSpki(Pem.decode("PUBLIC KEY", pem));
  }

  /** Whether this is a signature of the message by this key. */
  public boolean verifies(byte[] message, byte[] signature) {
    // The JDK reads only the first 64 bytes, so that bytes could be added unseen.
    if (signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(key);
      verification.update(message);
      return verification.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Its 32 bytes (RFC 8032). */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Its SubjectPublicKeyInfo in DER. */
  public byte[] spki() {
    byte[] der = Arrays.copyOf(SPKI, SPKI.length + LENGTH);
    System.arraycopy(bytes, 0, der, SPKI.length, LENGTH);
    return der;
  }

  /** Its PEM, as {@code openssl} reads it. */
  public String pem() {
    return Pem.encode("PUBLIC KEY", spki());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ed25519Key that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
