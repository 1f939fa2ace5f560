package dev.releaseledger.evidence.timestamp;

import dev.releaseledger.evidence.timestamp.TrustPaths.TrustPath;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampToken;

/** Verifies the responses of time-stamping authorities against those that are trusted. */
public final class TimestampVerifier {

  private static final Map<String, String> IMPRINTS =
      Map.of(
          NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
          NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
          NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

  private final List<TimestampAuthority> trusted;

  /** A verifier that believes these authorities and no others. */
  public TimestampVerifier(List<TimestampAuthority> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** Whether a stored response proves when the message existed, at the latest. */
  public TimestampVerdict verify(byte[] response, byte[] message) {
    try {
      return demandStored(response, message);
    } catch (RefusedTimestamp refused) {
      return refused.verdict;
    } catch (RuntimeException e) {
      // The library throws many kinds at bytes that are almost a response.
      return new TimestampVerdict.Refused(TimestampFault.MALFORMED, "");
    }
  }

  private TimestampVerdict.Valid demandStored(byte[] response, byte[] message)
      throws RefusedTimestamp {
    StampedResponse stamped = StampedResponse.read(response);
    TrustPath path = demandTrusted(stamped, message, Optional.empty());
    if (!Arrays.equals(SignedPart.of(stamped, path), response)) {
      throw new RefusedTimestamp(TimestampFault.UNSIGNED_CONTENT, "");
    }
    return valid(stamped.token(), path.authority());
  }

  /**
   * Whether a response just received answers this request. What is to be stored of it is only what
   * is signed: no words beside the status, no certificate that the proof does not need.
   */
  public TimestampAnswer accept(byte[] response, TimestampRequest request) {
    try {
      StampedResponse stamped = StampedResponse.read(response);
      TrustPath path = demandTrusted(stamped, request.message(), Optional.of(request.nonce()));
      byte[] stored = SignedPart.of(stamped, path);
      return switch (verify(stored, request.message())) {
        case TimestampVerdict.Valid valid -> new TimestampAnswer.Accepted(stored, valid);
        case TimestampVerdict.Refused refused -> new TimestampAnswer.Refused(refused);
      };
    } catch (RefusedTimestamp refused) {
      return new TimestampAnswer.Refused(refused.verdict);
    } catch (RuntimeException e) {
      return new TimestampAnswer.Refused(
          new TimestampVerdict.Refused(TimestampFault.MALFORMED, ""));
    }
  }

  private TrustPath demandTrusted(
      StampedResponse stamped, byte[] message, Optional<BigInteger> nonce) throws RefusedTimestamp {
    TimeStampToken token = stamped.token();
    demandImprint(token, message);
    if (nonce.isPresent() && !nonce.get().equals(token.getTimeStampInfo().getNonce())) {
      throw new RefusedTimestamp(TimestampFault.OTHER_NONCE, "");
    }
    Stream<X509Certificate> known = trusted.stream().flatMap(one -> one.chain().stream());
    SignerCheck check = new SignerCheck(token);
    X509Certificate signer =
        check.demandSigner(
            Stream.concat(known, stamped.certificates().stream()).distinct().toList());
    check.demandSignedBy(signer);
    Instant at = token.getTimeStampInfo().getGenTime().toInstant();
    return new TrustPaths(stamped.certificates(), signer, at).demandOne(trusted);
  }

  private static void demandImprint(TimeStampToken token, byte[] message) throws RefusedTimestamp {
    String oid = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
    String algorithm = IMPRINTS.get(oid);
    if (algorithm == null) {
      throw new RefusedTimestamp(TimestampFault.WEAK_ALGORITHM, oid);
    }
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(message);
      if (!MessageDigest.isEqual(digest, token.getTimeStampInfo().getMessageImprintDigest())) {
        throw new RefusedTimestamp(TimestampFault.OTHER_CONTENT, "");
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TimestampVerdict.Valid valid(TimeStampToken token, TimestampAuthority authority) {
    StampedTime time = StampedTime.of(token);
    return new TimestampVerdict.Valid(
        authority.name(), time.at(), time.accuracy(), token.getTimeStampInfo().getSerialNumber());
  }
}
