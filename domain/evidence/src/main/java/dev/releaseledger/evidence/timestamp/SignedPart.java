package dev.releaseledger.evidence.timestamp;

import dev.releaseledger.evidence.timestamp.TrustPaths.TrustPath;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A response made anew of what its signatures cover. What is stored has to be exactly this, so that
 * no byte of it can change unnoticed (RFC 5652, 5.1 and 5.3, leaves much outside the signature).
 */
final class SignedPart {

  private final StampedResponse stamped;
  private final TrustPath path;

  private SignedPart(StampedResponse stamped, TrustPath path) {
    this.stamped = stamped;
    this.path = path;
  }

  static byte[] of(StampedResponse stamped, TrustPath path) throws RefusedTimestamp {
    try {
      return new SignedPart(stamped, path).response().getEncoded("DER");
    } catch (IOException | CertificateEncodingException e) {
      throw new RefusedTimestamp(TimestampFault.MALFORMED, "");
    }
  }

  private DERSequence response() throws IOException, CertificateEncodingException {
    SignerInfo signer = stamped.signer();
    SignedData data =
        new SignedData(
            new DERSet(signer.getDigestAlgorithm()),
            new ContentInfo(
                PKCSObjectIdentifiers.id_ct_TSTInfo,
                new DEROctetString(stamped.token().getTimeStampInfo().getEncoded())),
            certificates(),
            null,
            new DERSet(bare(signer)));
    ASN1EncodableVector response = new ASN1EncodableVector();
    response.add(new DERSequence(new ASN1Integer(PKIStatus.GRANTED)));
    response.add(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    return new DERSequence(response);
  }

  private SignerInfo bare(SignerInfo signer) throws CertificateEncodingException {
    return new SignerInfo(
        identifier(signer),
        signer.getDigestAlgorithm(),
        signer.getAuthenticatedAttributes(),
        signer.getDigestEncryptionAlgorithm(),
        signer.getEncryptedDigest(),
        null);
  }

  /** The names as they are in the certificate: those in the message may differ in case. */
  private SignerIdentifier identifier(SignerInfo signer) throws CertificateEncodingException {
    if (signer.getSID().isTagged()) {
      return new SignerIdentifier(ASN1OctetString.getInstance(signer.getSID().getId()));
    }
    Certificate certificate = Certificate.getInstance(path.signer().getEncoded());
    return new SignerIdentifier(
        new IssuerAndSerialNumber(
            certificate.getIssuer(), certificate.getSerialNumber().getValue()));
  }

  private @Nullable ASN1Set certificates() throws CertificateEncodingException {
    List<Certificate> needed = new ArrayList<>();
    for (X509Certificate certificate : stamped.certificates()) {
      if (path.needs(certificate)) {
        needed.add(Certificate.getInstance(certificate.getEncoded()));
      }
    }
    return needed.isEmpty() ? null : new DERSet(needed.toArray(Certificate[]::new));
  }
}
