package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCommandsTest extends CliTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "withdraw rol_01 --reason no | withdraw | {'reason': 'no'}",
        "comment rol_01 hm | comment | {'comment': 'hm'}",
        "waive rol_01 --gate freeze --reason fix | waive | {'gate': 'freeze', 'reason': 'fix'}",
        "waive rol_01 --gate scope --reason fix --reference CHG-1 | waive"
            + " | {'gate': 'scope', 'reason': 'fix', 'reference': 'CHG-1'}",
        "ticket rol_01 SHOP-1 | ticket | {'kind': 'ticket', 'reference': 'SHOP-1'}",
        "ticket rol_01 12 --pull-request | ticket | {'kind': 'pull-request', 'reference': '12'}",
        "test rol_01 --kind suite --passed | test | {'kind': 'suite', 'passed': true}",
        "test rol_01 --kind suite --failed --reference r --note n | test"
            + " | {'kind': 'suite', 'passed': false, 'reference': 'r', 'note': 'n'}",
        "note rol_01 --kind recovery --text t --reference r | note"
            + " | {'kind': 'recovery', 'text': 't', 'reference': 'r'}",
        "backfill rol_01 --validated | backfill | {'validated': true}",
        "backfill rol_01 --not-validated --rows 3000000000 --reference r --note n | backfill"
            + " | {'validated': false, 'rows': 3000000000, 'reference': 'r', 'note': 'n'}",
        "review rol_01 --justified --reason yes | review | {'justified': true, 'reason': 'yes'}",
        "review rol_01 --not-justified --reason no | review"
            + " | {'justified': false, 'reason': 'no'}",
        "schedule rol_01 --at 2026-12-01T22:00+01:00 | schedule | {'at': '2026-12-01T21:00:00Z',"
            + " 'trigger': 'manual'}",
        "schedule rol_01 --at 2026-12-01T21:00:00Z --reason night | schedule"
            + " | {'at': '2026-12-01T21:00:00Z', 'trigger': 'manual', 'reason': 'night'}",
        "unschedule rol_01 --reason later | unschedule | {'reason': 'later'}"
      })
  void say_exactly_what_the_options_say(String line, String what, String body) throws Exception {
    server.replies("POST /rollouts/rol_01/" + what, 200, answer("rollout-governed"));

    Outcome outcome = run(("rollout " + line).split(" "));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(server.last().body()).isNotEmpty();
    assertThat(server.last().json().toString())
        .isEqualTo(Json.read(body.replace('\'', '"')).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "withdraw rol_01",
        "comment rol_01",
        "waive rol_01 --gate freeze",
        "waive rol_01 --reason fix",
        "ticket rol_01",
        "test rol_01 --kind suite",
        "test rol_01 --passed",
        "test rol_01 --kind suite --passed --failed",
        "note rol_01 --kind recovery",
        "backfill rol_01",
        "backfill rol_01 --validated --not-validated",
        "review rol_01 --reason yes",
        "review rol_01 --justified",
        "schedule rol_01",
        "unschedule rol_01"
      })
  void leave_nothing_open_that_has_to_be_said(String line) {
    assertThat(run(("rollout " + line).split(" ")).code()).isEqualTo(64);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void show_where_the_rollout_stands_but_not_its_plan_again() {
    String governed = answer("rollout-proposed").strip();
    server.replies(
        "POST /rollouts/rol_01/comment",
        200,
        governed.substring(0, governed.length() - 1) + ",\"plan\":" + answer("plan") + "}");

    assertThat(run("rollout", "comment", "rol_01", "why now?").out())
        .startsWith("Rollout rol_01 of shop/prod: proposed\n")
        .doesNotContain("Plan for");
  }

  @Test
  void a_time_has_a_time_zone() {
    Outcome outcome = run("rollout", "schedule", "rol_01", "--at", "2026-12-01T22:00");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err())
        .contains("--at", "time zone", "2026-12-01T22:00Z", "2026-12-01T22:00+01:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-12-01", "2026-13-01T22:00Z", "22:00Z"})
  void a_time_is_one(String text) {
    Outcome outcome = run("rollout", "schedule", "rol_01", "--at", text);

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("'" + text + "' is no point in time");
  }
}
