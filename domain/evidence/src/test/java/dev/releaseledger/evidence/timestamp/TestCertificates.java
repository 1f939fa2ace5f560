package dev.releaseledger.evidence.timestamp;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate with its key, made for one test. */
record TestCertificates(X509Certificate certificate, KeyPair keys, String algorithm) {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

  static TestCertificates root(String name) {
    return root(name, "SHA256withECDSA");
  }

  static TestCertificates root(String name, String algorithm) {
    KeyPair keys = keys(algorithm);
    return issue(
        name,
        new X500Principal("CN=" + name),
        keys,
        algorithm,
        keys,
        FROM,
        UNTIL,
        builder -> {
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
          builder.addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
  }

  TestCertificates signer(String name) {
    return signer(name, true, List.of(KeyPurposeId.id_kp_timeStamping), FROM, UNTIL);
  }

  TestCertificates signer(
      String name, boolean critical, List<KeyPurposeId> purposes, Instant from, Instant until) {
    return signer(name, keys(algorithm), critical, purposes, from, until);
  }

  /** Another certificate for the same signer. */
  TestCertificates again(TestCertificates signer, String name) {
    return signer(
        name,
        signer.keys(),
        true,
        List.of(KeyPurposeId.id_kp_timeStamping),
        FROM,
        UNTIL.plusSeconds(1));
  }

  private TestCertificates signer(
      String name,
      KeyPair signerKeys,
      boolean critical,
      List<KeyPurposeId> purposes,
      Instant from,
      Instant until) {
    return issue(
        name,
        certificate.getSubjectX500Principal(),
        keys,
        algorithm,
        signerKeys,
        from,
        until,
        builder -> {
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
          builder.addExtension(
              Extension.extendedKeyUsage,
              critical,
              new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
        });
  }

  private interface Extensions {
    void addTo(X509v3CertificateBuilder builder) throws CertIOException;
  }

  private static TestCertificates issue(
      String name,
      X500Principal issuer,
      KeyPair issuerKeys,
      String algorithm,
      KeyPair keys,
      Instant from,
      Instant until,
      Extensions extensions) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(1000L + Math.abs((long) name.hashCode())),
              Date.from(from),
              Date.from(until),
              new X500Principal("CN=" + name),
              keys.getPublic());
      JcaX509ExtensionUtils names = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          names.createSubjectKeyIdentifier(keys.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          names.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
      extensions.addTo(builder);
      return new TestCertificates(
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate()))),
          keys,
          algorithm);
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm) {
    try {
      if (algorithm.endsWith("ECDSA")) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
