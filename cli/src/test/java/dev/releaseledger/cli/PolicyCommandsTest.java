package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandsTest extends CliTest {
  private static final String POLICY = "/projects/shop/environments/prod/policy";
  private static final String DRY = "PUT " + POLICY + "?dryRun=true";
  private static final String YAML = "marked: production # ä\n";

  @BeforeEach
  void adoptVersion2() throws IOException {
    variables.put("LEDGER_ENV", "prod");
    Files.writeString(home.resolve("prod.yaml"), YAML);
    server.replies("GET " + POLICY, 200, answer("policy"));
  }

  @Test
  void show_tells_who_adopted_a_policy_and_every_setting() {
    assertThat(run("policy", "show").out())
        .isEqualTo(
            """
            Policy of shop/prod
              version     2
              digest      sha256:aaaa1111bbbb2222cccc3333dddd4444eeee5555ffff66660000777711118888
              marked      production
              adopted by  ada
              adopted at  2026-11-21 10:00:04Z
              reason      year end

            SETTING             VALUE
            approvals.required  2
            approvals.roles     approver
            contract.mode       additive
            """);
  }

  @Test
  void show_says_that_the_defaults_hold_while_none_is_adopted() {
    server.replies("GET /projects/shop/environments/dev/policy", 200, answer("policy-none"));

    assertThat(run("policy", "show", "--env", "dev").out())
        .contains("  version  0, the defaults: none is adopted\n", "  marked   development\n")
        .doesNotContain("adopted by", "null");
  }

  @Test
  void show_gives_machines_the_answer_as_it_is() throws Exception {
    Outcome outcome = run("policy", "show", "--format", "json");

    assertThat(Json.read(outcome.out())).isEqualTo(Json.read(answer("policy")));
  }

  @Test
  void show_asks_for_a_version() {
    server.replies("GET " + POLICY + "?version=1", 200, answer("policy"));

    assertThat(run("policy", "show", "--version", "1").code()).isZero();
  }

  @Test
  void show_asks_for_what_held_at_an_instant() {
    server.replies("GET " + POLICY + "?at=2026-11-21T10%3A00%3A00Z", 200, answer("policy"));

    assertThat(run("policy", "show", "--at", "2026-11-21T10:00:00Z").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--at yesterday", "--version one", "--version 1 --at 2026-11-21T10:00:00Z"})
  void show_refuses_what_names_no_single_policy(String options) {
    Outcome outcome = run(("policy show " + options).split(" "));

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void set_hands_in_the_document_and_the_reason() throws Exception {
    server.replies("PUT " + POLICY, 201, answer("policy-next"));

    run("policy", "set", "prod.yaml", "--reason", "one is enough");

    ObjectNode expected = Json.object().put("document", YAML).put("reason", "one is enough");
    assertThat(server.last().json()).isEqualTo(expected);
  }

  @Test
  void set_says_what_changed_and_that_open_approvals_are_void() {
    server.replies("PUT " + POLICY, 201, answer("policy-next"));

    Outcome outcome = run("policy", "set", "prod.yaml");

    assertThat(outcome.out())
        .isEqualTo(
            """
            Policy of shop/prod: version 2 -> 3
              approvals.required: 2 -> 1
              approvals.roles: approver -> (none)
              contract.window: (none) -> 7d
            Open approvals are void: plans carry the policy in their digest.
            """);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void set_says_that_nothing_changed_when_the_version_stays() {
    server.replies("PUT " + POLICY, 200, answer("policy"));

    Outcome outcome = run("policy", "set", "prod.yaml");

    assertThat(outcome.out()).isEqualTo("Nothing changed: shop/prod stays at version 2.\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void set_says_so_when_another_version_has_the_same_settings() throws Exception {
    ObjectNode next = Json.read(answer("policy")).deepCopy();
    server.replies("PUT " + POLICY, 201, next.put("version", 3).toString());

    assertThat(run("policy", "set", "prod.yaml").out())
        .contains("version 2 -> 3\n  No setting differs.\n");
  }

  @Test
  void set_gives_machines_the_policy_that_holds_now() throws Exception {
    server.replies("PUT " + POLICY, 201, answer("policy-next"));

    Outcome outcome = run("policy", "set", "prod.yaml", "--format", "json");

    assertThat(Json.read(outcome.out())).isEqualTo(Json.read(answer("policy-next")));
  }

  @Test
  void set_names_every_mistake_of_a_document() {
    server.replies(
        "PUT " + POLICY,
        400,
        """
        {"type": "/problems/invalid-policy", "title": "Invalid policy", "status": 400,
         "detail": "The policy has 2 mistakes.", "remedy": "Correct it.", "category": "invalid",
         "errors": ["line 1: marked is none of production, shared",
                    "line 3: approvals.required is no number"]}
        """);

    Outcome outcome = run("policy", "set", "prod.yaml");

    assertThat(outcome.err())
        .isEqualTo(
            """
            error: Invalid policy
              The policy has 2 mistakes.
                line 1: marked is none of production, shared
                line 3: approvals.required is no number
              what to do: Correct it.
              see:  docs/problems/invalid-policy.md
            """);
    assertThat(outcome.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set", "diff"})
  void a_file_that_cannot_be_read_is_named_and_nothing_is_asked(String command) {
    Outcome outcome = run("policy", command, "stage.yaml");

    assertThat(outcome.err()).contains("stage.yaml does not exist.", "unreadable-file.md");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void diff_names_the_settings_that_differ_and_ends_with_2() {
    server.replies(DRY, 200, answer("policy-next"));

    Outcome outcome = run("policy", "diff", "prod.yaml");

    assertThat(outcome.out())
        .isEqualTo(
            """
            approvals.required: 2 -> 1
            approvals.roles: approver -> (none)
            contract.window: (none) -> 7d
            """);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void diff_hands_in_the_document_and_no_reason() {
    server.replies(DRY, 200, answer("policy-next"));

    run("policy", "diff", "prod.yaml");

    assertThat(server.last().json()).isEqualTo(Json.object().put("document", YAML));
  }

  @Test
  void diff_ends_with_0_when_no_setting_differs() {
    server.replies(DRY, 200, answer("policy"));

    Outcome outcome = run("policy", "diff", "prod.yaml");

    assertThat(outcome.out()).isEqualTo("No setting differs.\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void diff_sees_that_an_environment_is_marked_otherwise() throws Exception {
    ObjectNode next = Json.read(answer("policy")).deepCopy();
    server.replies(DRY, 200, next.put("marked", "shared").toString());

    assertThat(run("policy", "diff", "prod.yaml").out())
        .isEqualTo("marked: production -> shared\n");
  }

  @Test
  void diff_gives_machines_the_changes() throws Exception {
    server.replies(DRY, 200, answer("policy-next"));

    JsonNode changes = Json.read(run("policy", "diff", "prod.yaml", "--format", "json").out());

    assertThat(changes)
        .isEqualTo(
            Json.read(
                """
                {"changes": [
                  {"path": "approvals.required", "from": "2", "to": "1"},
                  {"path": "approvals.roles", "from": "approver", "to": null},
                  {"path": "contract.window", "from": null, "to": "7d"}]}
                """));
  }
}
