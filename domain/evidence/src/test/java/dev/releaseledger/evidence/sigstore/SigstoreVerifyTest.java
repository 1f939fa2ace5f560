package dev.releaseledger.evidence.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.attestation.KeyHint;
import dev.releaseledger.evidence.interop.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier of Sigstore (npm, {@code @sigstore/verify}) on bundles that are made here. */
@Tag("interop")
class SigstoreVerifyTest {

  private static final Path FOLDER = Path.of("target/sigstore-verify").toAbsolutePath();
  private static final SigstoreBundle BUNDLE = SampleBundle.of(SampleBundle.statement());

  @BeforeAll
  static void packagesAreThere() throws IOException {
    Files.createDirectories(FOLDER);
    Tool npm = Tool.demand("npm", FOLDER).with("package.json", "{\"private\":true}");
    Tool.Outcome installed =
        npm.run(
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            // A registry that does not answer is no reason to fail, so npm gives up in time.
            "--fetch-retries=0",
            "--fetch-timeout=20000",
            "@sigstore/verify@4.1.3",
            "@sigstore/bundle@5.0.1",
            "@sigstore/protobuf-specs@0.5.2");
    assumeTrue(installed.exit() == 0, "npm could not install: " + installed.output());
    try (InputStream script = SigstoreVerifyTest.class.getResourceAsStream("/interop/verify.js")) {
      assertThat(script).isNotNull();
      npm.with("verify.js", script.readAllBytes());
    }
    npm.with("root.json", TrustedRoot.of(SampleBundle.trust()));
    npm.with("key.der", SampleBundle.ATTESTING.publicKey().spki());
  }

  @Test
  void a_bundle_is_verified_by_sigstore() {
    Tool.Outcome outcome = sigstoreOn(new String(BUNDLE.bytes(), UTF_8));
    assertThat(outcome.output().trim()).isEqualTo("verified");
    assertThat(outcome.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload",
        "payloadType",
        "sig",
        "hint",
        "canonicalizedBody",
        "hashes",
        "envelope",
        "keyId",
        "logIndex",
        "signedTimestamp"
      })
  void a_bundle_that_was_tampered_with_is_refused_by_both(String field) {
    String tampered = tampered(new String(BUNDLE.bytes(), UTF_8), field);
    assertThat(sigstoreOn(tampered))
        .satisfies(outcome -> {
          assertThat(outcome.output()).startsWith("refused");
          assertThat(outcome.exit()).isEqualTo(1);
        });
    assertThat(
            SigstoreBundle.read(tampered.getBytes(UTF_8))
                .then(read -> new BundleVerifier(SampleBundle.trust()).verify(read).orThrow())
                .isGood())
        .isFalse();
  }

  /** The bundle with another value in the first field of this name. */
  private static String tampered(String text, String field) {
    int start = text.indexOf("\"" + field + "\":") + field.length() + 3;
    start = text.indexOf('"', start) + 1;
    int end = text.indexOf('"', start);
    String value = text.substring(start, end);
    String other =
        switch (field) {
          case "payloadType" -> value + "x";
          case "hint" -> "0".repeat(64);
          case "logIndex" -> "4";
          case "envelope" -> value.replace("\\n11\\n", "\\n10\\n");
          // Sigstore does not look at the certificates in a stamp, which are in its middle.
          case "signedTimestamp" -> flipped(value, -1);
          default -> flipped(value, 0);
        };
    assertThat(other).isNotEqualTo(value);
    return text.substring(0, start) + other + text.substring(end);
  }

  private static String flipped(String base64, int at) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    bytes[Math.floorMod(at, bytes.length)] ^= 1;
    return Base64Text.of(bytes);
  }

  private static Tool.Outcome sigstoreOn(String bundle) {
    return Tool.demand("node", FOLDER)
        .with("bundle.json", bundle)
        .run(
            "verify.js",
            "bundle.json",
            "root.json",
            "key.der",
            KeyHint.of(SampleBundle.ATTESTING.publicKey()));
  }
}
