package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class LogCommandsTest extends CliTest {
  private static final String LOG =
      """
      {"origin": "ledger.example.org/prod", "size": 120, "root": "cm9vdA==",
       "keys": [
         {"key": "ledger.example.org/prod+00000001+AQ==", "state": "retired", "firstSize": 0,
          "lastSize": 90},
         {"key": "ledger.example.org/prod+00000002+Ag==", "state": "signing", "firstSize": 82}]%s}
      """;

  private static String log(String more) {
    return LOG.formatted(more);
  }

  @Test
  void show_tells_every_key_with_the_sizes_that_it_signs() {
    server.replies(
        "GET /log",
        200,
        log(
            ", \"continues\": {\"origin\": \"ledger.example.org/old\", \"size\": 7,"
                + " \"root\": \"b2xk\"}"));

    assertThat(run("log", "show").out())
        .isEqualTo(
            """
            ledger.example.org/prod
              size          120
              root          cm9vdA==
              goes on from  ledger.example.org/old, size 7, root b2xk

            KEY                                    STATE    FROM SIZE  TO SIZE
            ledger.example.org/prod+00000001+AQ==  retired  0          90
            ledger.example.org/prod+00000002+Ag==  signing  82
            """);
  }

  @Test
  void rotate_says_what_is_to_be_done_before_the_key_before_is_retired() throws Exception {
    server.replies("POST /log/rotate", 200, log(""));

    Outcome outcome =
        run("log", "rotate", "--key", "ledger.example.org/prod+2+Ag==", "--reason", "yearly");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"key": "ledger.example.org/prod+2+Ag==", "reason": "yearly"}
                """));
    assertThat(outcome.out()).contains("ledgerctl evidence trust", "ledgerctl log retire");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void retire_sends_why() throws Exception {
    server.replies("POST /log/retire", 200, log(""));

    Outcome outcome = run("log", "retire", "--reason", "all have it");

    assertThat(server.last().json()).isEqualTo(Json.read("{\"reason\": \"all have it\"}"));
    assertThat(outcome.out()).contains("retired  0          90");
  }

  @Test
  void freeze_takes_the_name_of_the_log_and_says_how_to_go_on() throws Exception {
    server.replies(
        "POST /log/freeze",
        200,
        log(", \"frozen\": {\"size\": 100, \"root\": \"ZW5k\", \"compromised\": true}"));

    Outcome outcome = run("log", "freeze", "--origin", "ledger.example.org/prod", "--compromised");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"origin": "ledger.example.org/prod", "compromised": true}
                """));
    assertThat(outcome.out())
        .contains(
            "believed up to size 100, root ZW5k, since a key is out",
            "ledgerctl evidence checkpoint --size 100 --output end",
            "LEDGER_LOG_PREDECESSOR");
    assertThat(run("log", "freeze").code()).isEqualTo(64);
  }

  @Test
  void a_rotation_that_is_open_is_told_as_a_refusal() {
    server.replies(
        "POST /log/rotate",
        409,
        """
        {"type": "/problems/rotation-open", "title": "Rotation open", "status": 409,
         "category": "refused", "detail": "two keys sign", "remedy": "retire one"}
        """);

    Outcome outcome = run("log", "rotate");

    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("two keys sign", "retire one");
  }
}
