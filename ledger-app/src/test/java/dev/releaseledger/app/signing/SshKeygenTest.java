package dev.releaseledger.app.signing;

import static dev.releaseledger.app.signing.Vectors.DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An approver signs, and an auditor verifies, with the tool of the machine. */
class SshKeygenTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeTheDigest() throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "ssh-keygen"))),
        "this machine has no ssh-keygen");
    Files.writeString(folder.resolve("digest.txt"), DIGEST + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-t ed25519", "-t ecdsa -b 256", "-t ecdsa -b 521", "-t rsa -b 2048"})
  void what_an_approver_signs_is_taken_and_what_is_recorded_an_auditor_verifies(String kind)
      throws Exception {
    run("ssh-keygen -q -N '' -C approver -f key " + kind);
    run("ssh-keygen -q -Y sign -n release-ledger -f key < digest.txt > made.sig");
    String line = Files.readString(folder.resolve("key.pub"));

    String fingerprint = run("ssh-keygen -lf key.pub").split(" ", 3)[1];

    assertThat(judged(line, Files.readString(folder.resolve("made.sig")))).isEqualTo(fingerprint);
  }

  @Test
  void so_it_is_with_what_a_token_signs() throws Exception {
    Token token = Token.made();

    assertThat(judged(token.line(), token.sign(DIGEST + "\n", 1, 1))).startsWith("SHA256:");
  }

  /** The fingerprint of the key, on which the ledger and ssh-keygen agree. */
  private String judged(String line, String armored) throws Exception {
    Signature signature = new SshSignatures().verify(armored, DIGEST, List.of(line));
    Files.writeString(folder.resolve("allowed_signers"), "act_1 " + line + "\n");
    Files.writeString(folder.resolve("approval.sig"), signature.armored());
    assertThat(
            run(
                "ssh-keygen -Y verify -f allowed_signers -I act_1 -n release-ledger"
                    + " -s approval.sig < digest.txt"))
        .contains("Good \"release-ledger\" signature for act_1")
        .contains(signature.key());
    return signature.key();
  }

  private String run(String command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(command).isTrue();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
    return said;
  }
}
