package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest extends CliTest {

  @BeforeEach
  void sayNothing() {
    variables.clear();
    server
        .replies("GET /whoami", 200, "{\"actor\":\"act_1\",\"name\":\"ada\",\"roles\":[\"admin\"]}")
        .replies("GET /projects/flagged", 200, answer("project"))
        .replies("GET /projects/variable", 200, answer("project"))
        .replies("GET /projects/remembered", 200, answer("project"));
  }

  @Test
  void flags_beat_variables() {
    variables.put("LEDGER_PROJECT", "variable");

    run("project", "show", "--format", "json", "--server", server.url(), "--project", "flagged");

    assertThat(server.last().line()).isEqualTo("GET /projects/flagged");
  }

  @Test
  void variables_beat_the_context() {
    run("context", "set", "--server", server.url(), "--project", "remembered");
    variables.put("LEDGER_PROJECT", "variable");

    run("project", "show", "--format", "json");

    assertThat(server.last().line()).isEqualTo("GET /projects/variable");
  }

  @Test
  void the_context_fills_in_what_is_not_said() {
    run("context", "set", "--server", server.url(), "--project", "remembered");

    run("project", "show", "--format", "json");

    assertThat(server.last().line()).isEqualTo("GET /projects/remembered");
  }

  @Test
  void a_missing_project_names_the_flag_and_the_context() {
    Outcome outcome = run("project", "show", "--server", server.url());

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err())
        .contains("--project PROJECT")
        .contains("ledgerctl context set --project PROJECT");
  }

  @Test
  void a_missing_environment_names_the_flag_and_the_context() {
    Outcome outcome = run("env", "show", "--server", server.url(), "--project", "shop");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("--env ENV").contains("ledgerctl context set --env ENV");
  }

  @Test
  void common_options_may_stand_before_the_command() {
    Outcome outcome = run("--server", server.url(), "--format", "json", "whoami");

    assertThat(outcome.out()).contains("\"name\": \"ada\"");
  }

  @Test
  void the_token_of_the_flag_beats_that_of_the_variable() {
    variables.put("LEDGER_TOKEN", "rl_variable");

    run("whoami", "--server", server.url(), "--token", "rl_flag");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer rl_flag");
  }

  @Test
  void the_local_admin_token_is_found_in_the_data_folder() throws IOException {
    Path data = home.resolve(".local/share/release-ledger");
    Files.createDirectories(data);
    Files.writeString(data.resolve("admin.token"), "rl_admin\n");
    Files.writeString(data.resolve("server.url"), server.url() + "\n");

    Outcome outcome = run("whoami");

    assertThat(outcome.code()).isZero();
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer rl_admin");
  }

  @Test
  void the_data_folder_may_be_elsewhere() throws IOException {
    Files.writeString(home.resolve("admin.token"), "rl_elsewhere");
    variables.put("LEDGER_DATA", home.toString());

    run("whoami", "--server", server.url());

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer rl_elsewhere");
  }

  @Test
  void without_any_token_none_is_sent() {
    run("whoami", "--server", server.url());

    assertThat(server.last().header("Authorization")).isNull();
  }

  @Test
  void the_contexts_token_is_sent_to_the_contexts_server() {
    run("context", "set", "--server", server.url() + "/", "--token", "rl_context");

    run("whoami");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer rl_context");
  }

  @Test
  void the_contexts_token_is_sent_to_no_other_server() {
    run("context", "set", "--server", "https://ledger.example", "--token", "rl_context");

    run("whoami", "--server", server.url());

    assertThat(server.last().header("Authorization")).isNull();
  }

  @Test
  void a_server_that_is_no_url_is_a_usage_error() {
    Outcome outcome = run("whoami", "--server", "localhost:8080");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("http://");
  }

  @Test
  void the_context_file_is_for_its_owner_only() throws IOException {
    variables.put("LEDGER_CONFIG", "deep/down/context.json");

    run("context", "set", "--token", "rl_context");

    Path file = home.resolve("deep/down/context.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_context_follows_xdg() {
    variables.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());

    run("context", "set", "--project", "shop");

    assertThat(home.resolve("xdg/release-ledger/context.json")).exists();
  }

  @Test
  void the_context_shows_everything_but_the_token() {
    run(
        "context",
        "set",
        "--server",
        "https://ledger.example",
        "--token",
        "rl_context",
        "--project",
        "shop",
        "--env",
        "prod");

    Outcome outcome = run("context", "show");

    assertThat(outcome.out())
        .isEqualTo(
            """
            server   https://ledger.example
            token    known
            project  shop
            env      prod
            file     %s
            """
                .formatted(home.resolve(".config/release-ledger/context.json")));
  }

  @Test
  void setting_one_thing_leaves_the_others() {
    run("context", "set", "--project", "shop", "--env", "prod");
    run("context", "set", "--env", "dev");

    assertThat(run("context", "show").out()).contains("project  shop").contains("env      dev");
  }

  @Test
  void setting_nothing_is_a_usage_error() {
    assertThat(run("context", "set").code()).isEqualTo(64);
  }

  @Test
  void a_cleared_context_says_nothing() {
    run("context", "set", "--project", "shop");

    assertThat(run("context", "clear").code()).isZero();
    assertThat(run("context", "show").out()).contains("project  none");
  }

  @Test
  void a_broken_context_file_is_named_and_can_be_cleared() throws IOException {
    variables.put("LEDGER_CONFIG", "context.json");
    Files.writeString(home.resolve("context.json"), "{");

    Outcome outcome = run("whoami");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("context.json").contains("ledgerctl context clear");
    assertThat(run("context", "clear").code()).isZero();
  }
}
