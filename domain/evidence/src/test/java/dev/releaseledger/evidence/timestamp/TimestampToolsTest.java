package dev.releaseledger.evidence.timestamp;

import static dev.releaseledger.evidence.timestamp.LocalTimestampAuthority.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.interop.Tool;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same stamps, by openssl and over HTTP. */
class TimestampToolsTest {

  private static final byte[] MESSAGE = "a checkpoint".getBytes(UTF_8);
  private static final LocalTimestampAuthority TSA =
      LocalTimestampAuthority.named("tsa", at("2026-06-01T12:00:00Z"));
  private static final TimestampVerifier VERIFIER = new TimestampVerifier(List.of(TSA.authority()));

  @TempDir Path folder;

  @Test
  void openssl_verifies_a_stamp_that_was_asked_for_here() {
    Tool openssl = Tool.demand("openssl", folder);
    TimestampRequest request = new TimestampRequest(MESSAGE, BigInteger.valueOf(42));
    assertThat(VERIFIER.accept(TSA.respond(request.encoded()), request))
        .isInstanceOfSatisfying(
            TimestampAnswer.Accepted.class,
            accepted -> openssl.with("checkpoint.tsr", accepted.stored()));
    openssl.with("request.tsq", request.encoded());
    openssl.with("checkpoint", MESSAGE).with("tsa.pem", pem(TSA.chain().getLast()));
    assertThat(verifyWith(openssl, "-queryfile", "request.tsq").output())
        .contains("Verification: OK");
    assertThat(verifyWith(openssl, "-data", "checkpoint").output()).contains("Verification: OK");
    openssl.with("checkpoint", "another checkpoint");
    assertThat(verifyWith(openssl, "-data", "checkpoint").exit()).isNotZero();
  }

  @Test
  void openssl_reads_the_request() {
    Tool openssl = Tool.demand("openssl", folder);
    openssl.with("request.tsq", new TimestampRequest(MESSAGE, BigInteger.valueOf(42)).encoded());
    assertThat(openssl.run("ts", "-query", "-in", "request.tsq", "-text").output())
        .contains("Hash Algorithm: sha256", "Nonce: 0x2A", "Certificate required: yes");
  }

  @Test
  void a_stamp_that_openssl_asked_for_is_verified_here() throws IOException {
    Tool openssl = Tool.demand("openssl", folder);
    openssl.with("checkpoint", MESSAGE);
    assertThat(
            openssl
                .run("ts", "-query", "-data", "checkpoint", "-sha512", "-cert", "-out", "q.tsq")
                .exit())
        .isZero();
    byte[] response = TSA.respond(Files.readAllBytes(folder.resolve("q.tsq")));
    assertThat(VERIFIER.verify(response, MESSAGE)).isInstanceOf(TimestampVerdict.Valid.class);
  }

  @Test
  void the_authority_answers_over_http() throws IOException, InterruptedException {
    TimestampRequest request = new TimestampRequest(MESSAGE, BigInteger.valueOf(42));
    try (LocalTimestampAuthority tsa =
            LocalTimestampAuthority.named("http", at("2026-06-01T12:00:00Z"));
        HttpClient client = HttpClient.newHttpClient()) {
      URI uri = tsa.start();
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri)
                  .header("Content-Type", TimestampRequest.MEDIA_TYPE)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request.encoded()))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.headers().firstValue("Content-Type"))
          .contains(TimestampRequest.ANSWER_MEDIA_TYPE);
      assertThat(new TimestampVerifier(List.of(tsa.authority())).accept(response.body(), request))
          .isInstanceOf(TimestampAnswer.Accepted.class);
    }
  }

  private static Tool.Outcome verifyWith(Tool openssl, String kind, String file) {
    return openssl.run(
        "ts",
        "-verify",
        kind,
        file,
        "-in",
        "checkpoint.tsr",
        "-CAfile",
        "tsa.pem",
        "-attime",
        "1790000000");
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
