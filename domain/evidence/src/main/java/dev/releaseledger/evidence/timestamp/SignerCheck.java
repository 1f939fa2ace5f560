package dev.releaseledger.evidence.timestamp;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampToken;

/** Who signed a stamp, and whether they did (RFC 3161, 2.3 and 2.4.2). */
record SignerCheck(TimeStampToken token) {

  /** The certificate that the stamp names, among these. */
  X509Certificate demandSigner(List<X509Certificate> candidates) throws RefusedTimestamp {
    for (X509Certificate candidate : candidates) {
      if (names(candidate)) {
        return candidate;
      }
    }
    throw new RefusedTimestamp(TimestampFault.SIGNER_UNKNOWN, "");
  }

  /** Refuses a certificate made for more than time stamps, and a signature that is not by it. */
  void demandSignedBy(X509Certificate signer) throws RefusedTimestamp {
    try {
      signer.checkValidity(token.getTimeStampInfo().getGenTime());
    } catch (CertificateException e) {
      throw new RefusedTimestamp(
          TimestampFault.EXPIRED, signer.getSubjectX500Principal().getName());
    }
    try {
      TSPUtil.validateCertificate(new JcaX509CertificateHolder(signer));
    } catch (TSPValidationException | GeneralSecurityException e) {
      throw new RefusedTimestamp(
          TimestampFault.WRONG_PURPOSE, signer.getSubjectX500Principal().getName());
    }
    try {
      SignerInformationVerifier verifier = new JcaSimpleSignerInfoVerifierBuilder().build(signer);
      if (!token.isSignatureValid(verifier)) {
        throw new RefusedTimestamp(TimestampFault.BAD_SIGNATURE, "");
      }
      token.validate(verifier);
    } catch (TSPValidationException e) {
      throw new RefusedTimestamp(TimestampFault.SIGNER_NOT_NAMED, "");
    } catch (TSPException | OperatorCreationException e) {
      throw new RefusedTimestamp(TimestampFault.BAD_SIGNATURE, "");
    }
  }

  private boolean names(X509Certificate candidate) {
    try {
      return token.getSID().match(new JcaX509CertificateHolder(candidate));
    } catch (CertificateEncodingException e) {
      return false;
    }
  }
}
