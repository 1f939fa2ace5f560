package dev.releaseledger.evidence.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An authority whose time stamps are believed. The last certificate is the one that trust starts
 * from, those before it lead to it; when the first is that of a signer, only that signer is
 * believed.
 */
public record TimestampAuthority(
    String name, List<X509Certificate> chain, Instant from, Optional<Instant> until) {

  public TimestampAuthority {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("an authority without a certificate: " + name);
    }
    chain = List.copyOf(chain);
  }

  /** Where trust starts. */
  X509Certificate anchor() {
    return chain.getLast();
  }

  /** Whether stamps of this time are believed. */
  boolean trustedAt(Instant time) {
    return !time.isBefore(from) && until.map(time::isBefore).orElse(true);
  }

  /** Whether a signer is believed, apart from the path to it. */
  boolean admits(X509Certificate signer) {
    X509Certificate first = chain.getFirst();
    boolean isAuthority = first.getBasicConstraints() >= 0;
    return isAuthority || first.equals(signer);
  }
}
