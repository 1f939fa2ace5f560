package dev.releaseledger.evidence.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.interop.Tool;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same envelopes by openssl, and the vector of the specification. */
class EnvelopeToolsTest {

  @TempDir Path folder;

  @Test
  void openssl_verifies_what_is_signed_here() {
    Tool openssl = Tool.demand("openssl", folder);
    Ed25519Secret secret = Ed25519Secret.of(new byte[32]);
    Envelope envelope = Envelope.sign("application/x.test", "hello".getBytes(UTF_8), secret);
    openssl
        .with("key.pem", secret.publicKey().pem())
        .with("pae", envelope.preAuthentication())
        .with("sig", envelope.signatures().getFirst().signature());
    assertThat(verify(openssl).exit()).isZero();
    openssl.with("pae", PreAuthentication.encode("application/x.test", "hallo".getBytes(UTF_8)));
    assertThat(verify(openssl).exit()).isNotZero();
  }

  @Test
  void openssl_computes_the_same_hint_at_a_key() {
    Tool openssl = Tool.demand("openssl", folder);
    Ed25519Secret secret = Ed25519Secret.of(new byte[32]);
    openssl.with("key.pem", secret.publicKey().pem());
    assertThat(openssl.run("pkey", "-pubin", "-in", "key.pem", "-outform", "DER", "-out", "der"))
        .extracting(Tool.Outcome::exit)
        .isEqualTo(0);
    assertThat(openssl.run("dgst", "-sha256", "-r", "der").output())
        .startsWith(KeyHint.of(secret.publicKey()));
  }

  @Test
  void the_vector_of_the_specification_holds() throws IOException, GeneralSecurityException {
    Path vector = Vectors.at("derived/dsse.json");
    Json.Obj given = StrictJson.readObject(Files.readAllBytes(vector)).orThrow();
    byte[] pae =
        PreAuthentication.encode(given.text("payloadType"), given.text("payload").getBytes(UTF_8));
    assertThat(new String(pae, UTF_8)).isEqualTo(given.text("pae"));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(
                    new ECPoint(new BigInteger(given.text("x")), new BigInteger(given.text("y"))),
                    curve.getParameterSpec(ECParameterSpec.class))));
    signature.update(pae);
    assertThat(signature.verify(Base64.getDecoder().decode(given.text("sigRaw")))).isTrue();
  }

  private static Tool.Outcome verify(Tool openssl) {
    return openssl.run(
        "pkeyutl",
        "-verify",
        "-rawin",
        "-pubin",
        "-inkey",
        "key.pem",
        "-sigfile",
        "sig",
        "-in",
        "pae");
  }
}
