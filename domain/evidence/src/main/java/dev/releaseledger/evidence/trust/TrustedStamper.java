package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** Time-stamping authorities in a trust file. */
final class TrustedStamper {

  private TrustedStamper() {}

  static Json.Obj json(TimestampAuthority authority) {
    return new Period(authority.from(), authority.until())
        .into(new Members().text("name", authority.name()))
        .texts("certificates", authority.chain().stream().map(TrustedStamper::text).toList())
        .built();
  }

  static TimestampAuthority of(Fields fields) {
    List<X509Certificate> chain =
        fields.texts("certificates").stream().map(TrustedStamper::certificate).toList();
    if (chain.isEmpty()) {
      throw new Malformed("an authority without a certificate");
    }
    Period period = Period.of(fields);
    return new TimestampAuthority(fields.text("name"), chain, period.from(), period.until());
  }

  private static String text(X509Certificate certificate) {
    try {
      return Base64Text.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new Malformed("a certificate without DER");
    }
  }

  private static X509Certificate certificate(String text) {
    byte[] der = Base64Text.decode(text);
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      if (!Arrays.equals(certificate.getEncoded(), der)) {
        throw new Malformed("bytes behind a certificate");
      }
      return certificate;
    } catch (CertificateException e) {
      throw new Malformed("not the DER of a certificate");
    }
  }
}
