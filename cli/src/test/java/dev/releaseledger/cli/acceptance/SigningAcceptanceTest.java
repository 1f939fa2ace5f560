package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approvals that carry a signature, with the keys and the program that people have. */
class SigningAcceptanceTest extends Governed {

  private static final String SIGNED =
      """
      marked: development
      approvals:
        required: 1
        signed: true
      """;

  @BeforeEach
  void needsSshKeygen() {
    assumeTrue(runs(List.of("ssh-keygen", "-Q", "--", "none")), "there is no ssh-keygen here");
  }

  private boolean runs(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path key(String name) {
    assertThat(runs(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name)))
        .isTrue();
    return home.resolve(name);
  }

  /** The name of a file with the signature of the waiting plan's digest. */
  private String signed(Path key) {
    String name = key.getFileName() + ".digest";
    try {
      Files.writeString(home.resolve(name), rollout("prod").path("planDigest").asText() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] command = {"-Y", "sign", "-n", "release-ledger", "-f", key.toString(), name};
    assertThat(runs(Stream.concat(Stream.of("ssh-keygen"), Stream.of(command)).toList())).isTrue();
    return name + ".sig";
  }

  @Test
  void an_approval_is_signed_with_a_key_that_is_the_approvers() {
    released("prod");
    policy("prod", SIGNED);
    Path hers = key("grace");
    Path other = key("mallory");
    ledgerctl("actor set grace.%s --ssh-key grace.pub".formatted(project))
        .exits(0)
        .prints("SHA256:");
    repository.declare(WITH_NAME);
    String id = waiting("");

    as(GRACE, "rollout approve " + id).exits(4).says("signature-missing");
    as(GRACE, "rollout approve %s --signature %s".formatted(id, signed(other)))
        .exits(1)
        .says("signature-invalid");
    as(GRACE, "rollout approve %s --signature %s".formatted(id, signed(hers))).exits(0);
    as(ADA, "rollout resume " + id).exits(0);

    JsonNode approval = rollout("prod").path("approvals").path(0);
    assertThat(approval.path("signed").asBoolean()).isTrue();
    JsonNode entry =
        timeline("prod")
            .valueStream()
            .filter(event -> event.path("type").asText().equals("plan-approved"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.path("data").path("signature").path("armored").asText())
        .startsWith("-----BEGIN SSH SIGNATURE-----");
    evidenceHasIt(id);
  }

  /** Whoever has the trust file finds that it was Grace who signed. */
  private void evidenceHasIt(String rollout) {
    ledgerctl("evidence trust --output trust.json").exits(0);
    ledgerctl("evidence export --env prod --output r.zip --rollout " + rollout).exits(0);
    ledgerctl("evidence verify r.zip --trust trust.json")
        .exits(0)
        .prints("1 of 1 approvals are signed, 1 with keys of the trust file");
    try {
      String trust = Files.readString(home.resolve("trust.json"));
      Files.writeString(
          home.resolve("strangers.json"),
          trust
              .replaceFirst("\"allowedSigners\":\\[.*?]", "\"allowedSigners\":[]")
              .replaceFirst("}\\s*$", ",\"signedApprovals\":true}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledgerctl("evidence verify r.zip --trust strangers.json")
        .exits(4)
        .prints("1 of 1 approvals are signed, 0 with keys of the trust file");
  }

  @Test
  void a_key_is_one_persons() {
    released("prod");
    Path _ = key("shared");
    ledgerctl("actor set grace.%s --ssh-key shared.pub".formatted(project)).exits(0);
    ledgerctl("actor set oscar.%s --ssh-key shared.pub".formatted(project))
        .exits(1)
        .says("somebody else's");
    ledgerctl("actor set grace.%s --ssh-key grace.nowhere".formatted(project))
        .exits(1)
        .says("does not exist");
  }
}
