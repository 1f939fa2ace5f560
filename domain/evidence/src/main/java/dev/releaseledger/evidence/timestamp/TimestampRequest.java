package dev.releaseledger.evidence.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** What an authority is asked: the SHA-256 of some bytes, with a nonce (RFC 3161, 2.4.1). */
public record TimestampRequest(byte[] message, BigInteger nonce) {

  /** The media type that a request is sent with. */
  public static final String MEDIA_TYPE = "application/timestamp-query";

  /** The media type of the answer. */
  public static final String ANSWER_MEDIA_TYPE = "application/timestamp-reply";

  /** The request in DER, which asks for the certificate of the signer as well. */
  public byte[] encoded() {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      return generator
          .generate(NISTObjectIdentifiers.id_sha256, sha256(message), nonce)
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
