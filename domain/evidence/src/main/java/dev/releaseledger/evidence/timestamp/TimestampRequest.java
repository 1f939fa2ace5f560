package dev.releaseledger.evidence.timestamp;

import dev.releaseledger.evidence.key.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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
          .generate(NISTObjectIdentifiers.id_sha256, Sha256.of(message).bytes(), nonce)
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
