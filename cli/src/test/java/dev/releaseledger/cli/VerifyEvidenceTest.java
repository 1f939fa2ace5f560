package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyEvidenceTest extends CliTest {

  @BeforeEach
  void files() throws IOException {
    // Nothing is asked of the service, which would not be there.
    variables.put("LEDGER_SERVER", "http://127.0.0.1:1");
    write("bundle.zip", new SampleEvidence().bundle());
    write("trust.json", SampleEvidence.trust().bytes());
    write("old", SampleLog.of(SampleStory.all()).checkpoint(SampleEvidence.FIRST).bytes());
  }

  @Test
  void a_whole_bundle_is_verified() {
    Outcome outcome = run("evidence", "verify", "bundle.zip", "--trust", "trust.json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("ok       inclusion      11 events\n")
        .contains("-        against        no earlier checkpoint or bundle was given\n")
        .endsWith("\nverified: release rel_2 of shop/production\n");
  }

  @Test
  void a_period_is_verified_against_what_is_held() throws IOException {
    write("period.zip", new SamplePeriod().bundle());
    Outcome outcome =
        run("evidence", "verify", "period.zip", "--trust", "trust.json", "--against", "old");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("ok       against ").contains("ok       population ");
  }

  @Test
  void an_edited_bundle_ends_with_7_and_says_where() throws IOException {
    byte[] edited =
        new SampleEvidence().edited(files -> files.put("report.html", new byte[1])).bundle();
    write("edited.zip", edited);
    Outcome outcome =
        run("evidence", "verify", "edited.zip", "--trust", "trust.json", "--format", "json");
    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.out())
        .contains("\"outcome\": \"failed\"")
        .contains("report.html is not what the manifest says");
  }

  @Test
  void what_is_no_bundle_ends_with_7_and_with_what_to_do() {
    Outcome outcome = run("evidence", "verify", "trust.json", "--trust", "trust.json");

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.out()).contains("what to do: keep the file, and ask whoever sent it");
  }

  @Test
  void too_few_who_vouch_for_it_end_with_4() throws IOException {
    write("between", SampleLog.of(SampleStory.all()).checkpoint(5).bytes());
    Outcome outcome =
        run("evidence", "verify", "bundle.zip", "--trust", "trust.json", "--against", "between");
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.out())
        .contains("not met  against ", "what to do: ask for an export that is made later");
  }

  @Test
  void what_cannot_be_used_ends_with_64() {
    assertThat(run("evidence", "verify", "none.zip", "--trust", "trust.json").code()).isEqualTo(64);
    assertThat(run("evidence", "verify", "bundle.zip", "--trust", "old").code()).isEqualTo(64);
    assertThat(run("evidence", "verify", "bundle.zip").code()).isEqualTo(64);
    assertThat(
            run(
                    "evidence",
                    "verify",
                    "bundle.zip",
                    "--trust",
                    "trust.json",
                    "--against",
                    "trust.json")
                .code())
        .isEqualTo(64);
  }

  @Test
  void a_trust_file_can_be_one_that_has_to_be_signed() throws IOException {
    Ed25519Secret root = Ed25519Secret.of(new byte[32]);
    write("signed.json", SampleEvidence.trust().signed(root));
    write("root.pem", root.publicKey().pem().getBytes(StandardCharsets.US_ASCII));
    assertThat(verifyWith("signed.json", "root.pem")).isZero();
    assertThat(verifyWith("trust.json", "root.pem")).isEqualTo(64);
    assertThat(run("evidence", "verify", "bundle.zip", "--trust", "signed.json").code())
        .isEqualTo(64);
  }

  @Test
  void it_runs_without_spring_the_service_or_the_domain_on_the_class_path() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(spring|axon|ledger-app|hibernate|tomcat).*"))
            .filter(entry -> !entry.matches(".*/domain/target/.*|.*/projections/target/.*"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                LedgerCtl.class.getName(),
                "evidence",
                "verify",
                "bundle.zip",
                "--trust",
                "trust.json")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("verified: release rel_2");
  }

  private int verifyWith(String trust, String key) {
    return run("evidence", "verify", "bundle.zip", "--trust", trust, "--trust-key", key).code();
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(home.resolve(name), content);
  }
}
