package dev.releaseledger.app.anchoring;

import dev.releaseledger.evidence.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates from a file in PEM. */
final class Certificates {

  private Certificates() {}

  /** The certificates of this file in their order, one or more. */
  static List<X509Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (certificates.isEmpty()) {
        throw new Malformed("there is no certificate in " + file);
      }
      return certificates;
    } catch (IOException | CertificateException e) {
      throw new Malformed("no certificates can be read from " + file);
    }
  }
}
