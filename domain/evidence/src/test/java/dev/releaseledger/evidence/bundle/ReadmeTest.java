package dev.releaseledger.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.interop.Tool;
import dev.releaseledger.evidence.key.Pem;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README do what it says, in the hands of an auditor with a shell. */
class ReadmeTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void the_commands_of_a_release_pass() throws Exception {
    assertThat(run(new SampleEvidence().bundle()).exit()).isZero();
  }

  @Test
  void the_commands_of_a_period_pass_and_draw_the_same_sample() throws Exception {
    Tool.Outcome outcome = run(new SamplePeriod().bundle());

    assertThat(outcome.exit()).as(outcome.output()).isZero();
  }

  @Test
  void the_commands_of_a_period_notice_a_sample_by_another_seed() throws Exception {
    assertThat(run(new SamplePeriod().bundle(), "of-my-own").exit()).isNotZero();
  }

  @Test
  void the_commands_look_at_the_stamps_wherever_they_are_among_the_anchors() throws Exception {
    Tool.Outcome outcome = run(new SampleEvidence().bundle());

    assertThat(outcome.exit()).as(outcome.output()).isZero();
    // Three of the four anchors of the sample are stamps.
    assertThat(outcome.output().split("Verification: OK", -1)).hasSize(4);
    assertThat(outcome.output()).contains("Time stamp: Jun  1 11:15:00 2026 GMT");
  }

  @Test
  void the_commands_notice_the_bytes_of_an_event_that_its_leaf_does_not_name() throws Exception {
    String readme = Readme.of(BundleKind.RELEASE);
    String step = readme.substring(readme.indexOf("for leaf in"), readme.indexOf("5. "));
    String hash = Sha256.of("other".getBytes(StandardCharsets.UTF_8)).hex();
    Files.createDirectories(folder.resolve("events"));
    Tool.Outcome outcome =
        Tool.demand("bash", folder)
            .with("events/0001.payload", "payload")
            .with("events/0001.metadata", "metadata")
            .with(
                "events/0001.leaf.json",
                "{\"metadataSha256\":\"%1$s\",\"payloadSha256\":\"%1$s\"}".formatted(hash))
            .with("check.sh", "set -e -o pipefail\n" + step)
            .run("check.sh");

    assertThat(outcome.exit()).isNotZero();
  }

  @Test
  void the_commands_notice_an_edited_file() throws Exception {
    byte[] edited =
        new SampleEvidence()
            .edited(files -> files.put("report.md", "# No\n".getBytes(StandardCharsets.UTF_8)))
            .bundle();
    assertThat(run(edited).exit()).isNotZero();
  }

  private Tool.Outcome run(byte[] bundle) throws IOException, CertificateEncodingException {
    return run(bundle, "2026-q2");
  }

  private Tool.Outcome run(byte[] bundle, String seed)
      throws IOException, CertificateEncodingException {
    Tool.demand("openssl", folder);
    Tool.demand("sha256sum", folder);
    SortedMap<String, byte[]> files = files(bundle);
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
    StringBuilder pem = new StringBuilder();
    for (X509Certificate certificate :
        SampleEvidence.trust().timestampAuthorities().getFirst().chain()) {
      pem.append(Pem.encode("CERTIFICATE", certificate.getEncoded()));
    }
    String readme =
        new String(Objects.requireNonNull(files.get("README.txt")), StandardCharsets.UTF_8);
    StringBuilder script = new StringBuilder("set -e -o pipefail\n");
    script
        .append("KEY=")
        .append(Base64Text.of(SampleBundle.ATTESTING.publicKey().spki()))
        .append("\nTSA=")
        .append(folder.resolve("tsa.pem"))
        .append("\nSEED=")
        .append(seed)
        .append("\n")
        .append(commands(readme).replace("/tmp/", folder + "/"));
    return Tool.demand("bash", folder)
        .with("tsa.pem", pem.toString())
        .with("check.sh", script.toString())
        .run("check.sh");
  }

  /** What stands between an explanation and the next one. */
  private static String commands(String readme) {
    StringBuilder commands = new StringBuilder();
    for (String block : readme.split("\n\n")) {
      boolean explains =
          block.matches(
              "(?s)([0-9]\\. |[A-Z ]+$|[A-Z][A-Za-z]+[ .:,]|How|That|TRUST|BY|THE|  ledgerctl).*");
      if (!explains) {
        commands.append(block).append('\n');
      }
    }
    return commands.toString();
  }

  private static SortedMap<String, byte[]> files(byte[] bundle) {
    if (ArchiveReader.read(bundle, ArchiveLimits.standard())
        instanceof ArchiveReading.Opened(var files)) {
      return files;
    }
    throw new AssertionError("the sample is no archive");
  }
}
