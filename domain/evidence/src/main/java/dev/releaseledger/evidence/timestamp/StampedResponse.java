package dev.releaseledger.evidence.timestamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A response that was granted, taken apart; nothing of it is verified yet. */
record StampedResponse(
    TimeStampToken token, SignerInfo signer, List<X509Certificate> certificates) {

  static StampedResponse read(byte[] der) throws RefusedTimestamp {
    try {
      TimeStampResponse response = new TimeStampResponse(TimeStampResp.getInstance(der));
      if (response.getStatus() != PKIStatus.GRANTED
          && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
        throw new RefusedTimestamp(TimestampFault.NOT_GRANTED, "status " + response.getStatus());
      }
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new RefusedTimestamp(TimestampFault.MALFORMED, "no token");
      }
      SignerInfo signer = signerOf(token);
      SigningAlgorithms.demandTrusted(signer);
      return new StampedResponse(token, signer, certificatesOf(token));
    } catch (TSPException | IOException | CertificateException e) {
      throw new RefusedTimestamp(TimestampFault.MALFORMED, "");
    }
  }

  private static SignerInfo signerOf(TimeStampToken token) {
    SignedData data =
        SignedData.getInstance(token.toCMSSignedData().toASN1Structure().getContent());
    return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
  }

  private static List<X509Certificate> certificatesOf(TimeStampToken token)
      throws CertificateException {
    List<X509Certificate> certificates = new ArrayList<>();
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      certificates.add(converter.getCertificate(holder));
    }
    return List.copyOf(certificates);
  }
}
