package dev.releaseledger.app.readiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.readiness.Artifact;
import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.readiness.Artifact.Unreadable;
import dev.releaseledger.domain.readiness.EvidenceDomain;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArtifactReaderTest {

  private static Artifact read(byte[] bytes) {
    return ArtifactReader.read(EvidenceDomain.UX, "ux.json", bytes);
  }

  @Test
  void a_file_is_read_as_values_with_the_digest_of_its_bytes() {
    Artifact artifact = read("{\"passed\": true, \"n\": 7}\n".getBytes(UTF_8));

    assertThat(artifact.reading()).isEqualTo(new Parsed(Map.of("passed", true, "n", 7)));
    assertThat(artifact.sha256())
        .isEqualTo("beabf9945f3f9d4210dc76f4111836e20b5eb52c0463c1089d4762fbd74275e0");
  }

  @Test
  void a_file_that_is_not_there_has_no_digest() {
    Artifact artifact = ArtifactReader.read(EvidenceDomain.UX, "ux.json", null);

    assertThat(artifact.reading()).isEqualTo(new Unreadable());
    assertThat(artifact.sha256()).isEqualTo(Artifact.NO_DIGEST);
  }

  static Stream<byte[]> unreadable() {
    return Stream.of(
        new byte[0],
        "{".getBytes(UTF_8),
        "{} {}".getBytes(UTF_8),
        "{\"passed\": false, \"passed\": true}".getBytes(UTF_8),
        "{\"a\": {\"x\": 1, \"x\": 2}}".getBytes(UTF_8),
        "{\"passed\": NaN}".getBytes(UTF_8),
        "{'passed': true}".getBytes(UTF_8),
        "{\"summary\": \"\u00e9\"}".getBytes(ISO_8859_1),
        "{}".getBytes(UTF_16),
        "[".repeat(100_000).getBytes(UTF_8),
        ("{\"n\": " + "9".repeat(100_000) + "}").getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_no_json_of_one_meaning_is_unreadable_and_has_a_digest(byte[] bytes) {
    Artifact artifact = read(bytes);

    assertThat(artifact.reading()).isEqualTo(new Unreadable());
    assertThat(artifact.sha256()).matches("[0-9a-f]{64}").isNotEqualTo(Artifact.NO_DIGEST);
  }

  @Test
  void null_is_json() {
    assertThat(read("null".getBytes(UTF_8)).reading()).isEqualTo(new Parsed(null));
  }
}
