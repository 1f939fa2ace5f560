package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Ed25519Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keys of which some have to have signed: t of n (DSSE 1.0.2, multi-signature verification). */
public record TrustedKeys(List<Ed25519Key> keys, int threshold) {

  /** Refuses a key that would count twice, and a number that the keys can never reach. */
  public TrustedKeys {
    keys = List.copyOf(keys);
    if (Set.copyOf(keys).size() != keys.size()) {
      throw new Malformed("one key is trusted twice");
    }
    if (threshold < 1 || threshold > keys.size()) {
      throw new Malformed("a threshold of " + threshold + " of " + keys.size() + " keys");
    }
  }

  /** One key that has to have signed. */
  public static TrustedKeys only(Ed25519Key key) {
    return new TrustedKeys(List.of(key), 1);
  }

  /** The payload of an envelope of this type that enough of the keys have signed. */
  public Read<Verified> verify(Envelope envelope, String payloadType) {
    return Read.of(() -> {
      Set<Ed25519Key> signed = signersOf(envelope);
      if (signed.size() < threshold) {
        throw new Malformed(
            signed.size() + " trusted keys have signed where " + threshold + " have to");
      }
      if (!envelope.payloadType().equals(payloadType)) {
        throw new Malformed("the payload is not of type " + payloadType);
      }
      return new Verified(envelope.payload().clone(), List.copyOf(signed));
    });
  }

  /** Hints are not followed: whoever signed is found by trying each key. */
  private Set<Ed25519Key> signersOf(Envelope envelope) {
    byte[] message = envelope.preAuthentication();
    Set<Ed25519Key> signed = new LinkedHashSet<>();
    for (EnvelopeSignature signature : envelope.signatures()) {
      for (Ed25519Key key : keys) {
        if (key.verifies(message, signature.signature())) {
          signed.add(key);
        }
      }
    }
    return signed;
  }

  /** The very bytes that were verified, and whose signatures hold. */
  public record Verified(byte[] payload, List<Ed25519Key> signedBy) {}
}
