package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApproveTest extends CliTest {

  @BeforeEach
  void prepare() {
    server
        .replies("GET /rollouts/rol_01", 200, answer("rollout-proposed"))
        .replies("POST /rollouts/rol_01/approve", 200, answer("rollout-governed"));
  }

  /** A program that says what it was asked for in the place of a signature. */
  private void install(String script) throws IOException {
    Path program = Files.createDirectories(home.resolve("bin")).resolve("ssh-keygen");
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    variables.put("PATH", home.resolve("nowhere") + ":" + program.getParent());
  }

  @Test
  void says_where_the_decision_was_made_and_can_be_read() {
    run("rollout", "approve", "rol_01", "--reference", "PR 12", "--channel", "chat");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("reference", "PR 12").put("channel", "chat"));
  }

  @Test
  void sends_a_signature_that_was_made_elsewhere() throws Exception {
    Files.writeString(home.resolve("plan.sig"), "-----BEGIN SSH SIGNATURE-----\n");

    run("rollout", "approve", "rol_01", "--digest", DIGEST, "--signature", "plan.sig");

    assertThat(server.last().json())
        .isEqualTo(
            Json.object()
                .put("digest", DIGEST)
                .put("signature", "-----BEGIN SSH SIGNATURE-----\n"));
  }

  @Test
  void signs_the_digest_it_approves_and_a_line_end() throws Exception {
    install("echo \"$@\"; od -An -c | tail -n 1 | tr -d ' '\n");

    run("rollout", "approve", "rol_01", "--digest", "sha256:ab", "--sign-with", "id_work");

    assertThat(server.requests()).hasSize(1);
    assertThat(server.last().json().path("signature").asText())
        .isEqualTo("-Y sign -n release-ledger -f id_work\nsha256:ab\\n\n");
  }

  @Test
  void approves_the_digest_it_has_signed_when_none_was_given() throws Exception {
    install("cat\n");

    run("rollout", "approve", "rol_01", "--sign-with", "id_work");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("digest", DIGEST).put("signature", DIGEST + "\n"));
  }

  @Test
  void does_not_approve_when_there_is_nothing_to_sign_with() {
    Outcome outcome = run("rollout", "approve", "rol_01", "--sign-with", "id_work");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("ssh-keygen is not on the PATH", "--signature FILE", DIGEST, "no-signature");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void does_not_approve_when_the_key_does_not_sign() throws Exception {
    install("echo 'No such file' >&2; exit 255\n");

    Outcome outcome =
        run("rollout", "approve", "rol_01", "--digest", DIGEST, "--sign-with", "id_work");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("did not sign with id_work: No such file");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void does_not_approve_without_the_signature_it_was_to_send() {
    Outcome outcome = run("rollout", "approve", "rol_01", "--signature", "plan.sig");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("plan.sig does not exist", "no-signature");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takes_one_signature() {
    assertThat(run("rollout", "approve", "rol_01", "--signature", "a", "--sign-with", "b").code())
        .isEqualTo(64);
  }
}
