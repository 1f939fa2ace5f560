package dev.releaseledger.evidence.timestamp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time-stamping authority for tests, with keys of its own, which says whatever time it is told
 * to; it answers calls, and requests over HTTP while it is started.
 */
public final class LocalTimestampAuthority implements AutoCloseable {

  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");

  private final String name;
  private final TestCertificates root;
  private final TestCertificates signer;
  private final InstantSource clock;
  private final AtomicLong serial = new AtomicLong(1);
  private Optional<HttpServer> server = Optional.empty();

  LocalTimestampAuthority(
      String name, TestCertificates root, TestCertificates signer, InstantSource clock) {
    this.name = name;
    this.root = root;
    this.signer = signer;
    this.clock = clock;
  }

  /** An authority that says the time of this clock, which has to be between 2026 and 2035. */
  public static LocalTimestampAuthority named(String name, InstantSource clock) {
    TestCertificates root = TestCertificates.root(name + " root");
    return new LocalTimestampAuthority(name, root, root.signer(name + " signer"), clock);
  }

  /** What has to be trusted for its stamps to be believed. */
  public TimestampAuthority authority() {
    return new TimestampAuthority(name, chain(), TestCertificates.FROM, Optional.empty());
  }

  /** The certificate of its signer and that of its root. */
  public List<X509Certificate> chain() {
    return List.of(signer.certificate(), root.certificate());
  }

  /** The stamp over these bytes, as it would be stored. */
  public byte[] stamp(byte[] message) {
    return respond(new TimestampRequest(message, BigInteger.valueOf(7)).encoded());
  }

  /** The answer to a request in DER. */
  public byte[] respond(byte[] request) {
    return respond(request, List.of(signer.certificate()), Optional.empty());
  }

  byte[] respond(byte[] request, List<X509Certificate> carried, Optional<String> words) {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  // Without the time of this machine, which is not that of the stamp.
                  .setSignedAttributeGenerator(parameters ->
                      new DefaultSignedAttributeTableGenerator()
                          .getAttributes(parameters)
                          .remove(CMSAttributes.signingTime))
                  .build(signer.algorithm(), signer.keys().getPrivate(), signer.certificate()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              POLICY);
      tokens.addCertificates(new JcaCertStore(carried));
      tokens.setAccuracySeconds(1);
      TimeStampResponseGenerator responses =
          new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
      Date now = Date.from(clock.instant());
      TimeStampRequest asked = new TimeStampRequest(request);
      BigInteger number = BigInteger.valueOf(serial.getAndIncrement());
      return (words.isPresent()
              ? responses.generateGrantedResponse(asked, number, now, words.get())
              : responses.generateGrantedResponse(asked, number, now))
          .getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] refuse(byte[] request) {
    try {
      return new TimeStampResponseGenerator(null, TSPAlgorithms.ALLOWED)
          .generateFailResponse(2, 4, "no")
          .getEncoded("DER");
    } catch (IOException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts to answer over HTTP, at an address of this machine only. */
  public URI start() {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.createContext(
          "/",
          exchange -> {
            byte[] answer = respond(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", TimestampRequest.ANSWER_MEDIA_TYPE);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      started.start();
      server = Optional.of(started);
      return URI.create("http://127.0.0.1:" + started.getAddress().getPort() + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.ifPresent(started -> started.stop(0));
  }

  static InstantSource at(String time) {
    return InstantSource.fixed(Instant.parse(time));
  }
}
