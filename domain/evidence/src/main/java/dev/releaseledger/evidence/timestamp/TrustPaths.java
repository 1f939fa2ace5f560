package dev.releaseledger.evidence.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way from the signer of a stamp to an authority that is trusted (RFC 5280, 6). */
record TrustPaths(List<X509Certificate> carried, X509Certificate signer, Instant at) {

  /** An authority, and the certificates between the signer and where trust in it starts. */
  record TrustPath(
      TimestampAuthority authority, X509Certificate signer, List<X509Certificate> certificates) {

    /** Whether a certificate has a part in the proof. */
    boolean needs(X509Certificate certificate) {
      return certificate.equals(signer)
          || certificates.contains(certificate)
          || authority.chain().contains(certificate);
    }
  }

  TrustPath demandOne(List<TimestampAuthority> trusted) throws RefusedTimestamp {
    for (TimestampAuthority authority : trusted) {
      if (authority.trustedAt(at) && authority.admits(signer)) {
        Optional<TrustPath> path = pathTo(authority);
        if (path.isPresent()) {
          return path.get();
        }
      }
    }
    throw new RefusedTimestamp(
        TimestampFault.UNTRUSTED, signer.getSubjectX500Principal().getName() + " at " + at);
  }

  private Optional<TrustPath> pathTo(TimestampAuthority authority) {
    if (signer.equals(authority.anchor())) {
      return Optional.of(new TrustPath(authority, signer, List.of()));
    }
    try {
      return Optional.of(new TrustPath(authority, signer, built(authority)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private List<X509Certificate> built(TimestampAuthority authority)
      throws GeneralSecurityException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(authority.anchor(), null)), target);
    List<X509Certificate> candidates = new ArrayList<>(carried);
    candidates.addAll(authority.chain());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
    parameters.setDate(Date.from(at));
    // Revocation needs the network; a trust file ends the trust in an authority instead.
    parameters.setRevocationEnabled(false);
    PKIXCertPathBuilderResult result =
        (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    return result.getCertPath().getCertificates().stream()
        .map(X509Certificate.class::cast)
        .toList();
  }
}
