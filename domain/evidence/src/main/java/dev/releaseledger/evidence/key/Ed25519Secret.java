package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Malformed;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 private key; it never shows itself in a text of its own accord. */
public final class Ed25519Secret {

  /** How many bytes the seed of a key has. */
  public static final int LENGTH = 32;

  /** RFC 8410: the DER of a PKCS #8 private key up to the seed. */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final byte[] seed;
  private final PrivateKey key;
  private final Ed25519Key publicKey;

  private Ed25519Secret(byte[] seed, KeyPair pair) {
    this.seed = seed;
    this.key = pair.getPrivate();
    byte[] spki = pair.getPublic().getEncoded();
    this.publicKey = Ed25519Key.ofSpki(spki);
  }

  /** The key of this seed (RFC 8032). */
  public static Ed25519Secret of(byte[] seed) {
    if (seed.length != LENGTH) {
      throw new Malformed("an Ed25519 seed of " + seed.length + " bytes");
    }
    byte[] copy = seed.clone();
    return new Ed25519Secret(copy, pair(new Seed(copy)));
  }

  /** A new key. */
  public static Ed25519Secret generate(SecureRandom random) {
    byte[] seed = new byte[LENGTH];
    random.nextBytes(seed);
    return of(seed);
  }

  /** The key of a PKCS #8 private key in DER. */
  public static Ed25519Secret ofPkcs8(byte[] der) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      if (key instanceof EdECPrivateKey ed) {
        return of(ed.getBytes().orElseThrow(() -> new Malformed("a private key without seed")));
      }
      throw new Malformed("not an Ed25519 private key");
    } catch (GeneralSecurityException e) {
      throw new Malformed("not the DER of an Ed25519 private key");
    }
  }

  /** The key of a PEM text with the label PRIVATE KEY. */
  public static Ed25519Secret ofPem(String pem) {
    return ofPkcs8(Pem.decode("PRIVATE KEY", pem));
  }

  /** The signature of the message, which is always the same for the same message. */
  public byte[] sign(byte[] message) {
    try {
      Signature signing = Signature.getInstance("Ed25519");
      signing.initSign(key);
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** The key that verifies what this one signs. */
  public Ed25519Key publicKey() {
    return publicKey;
  }

  /** The secret itself, to be kept where secrets are kept. */
  public byte[] seed() {
    return seed.clone();
  }

  /** The secret itself as PEM, as {@code openssl} reads it. */
  public String pem() {
    byte[] der = Arrays.copyOf(PKCS8, PKCS8.length + LENGTH);
    System.arraycopy(seed, 0, der, PKCS8.length, LENGTH);
    return Pem.encode("PRIVATE KEY", der);
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "the secret of " + publicKey;
  }

  /** The JDK has no other way from a seed to its public key than a generator that draws it. */
  private static final class Seed extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    private Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("a generator that draws " + bytes.length + " bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
