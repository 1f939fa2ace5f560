package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class ApplyTest extends CliTest {
  private static final String REQUEST = "POST /projects/shop/environments/prod/apply";
  private static final String ROLLOUT = "GET /rollouts/rol_01";
  private static final String[] APPLY = {"apply", "--env", "prod", "--ref", "v2"};

  @Test
  void asks_for_exactly_what_the_flags_say() throws Exception {
    server.replies(REQUEST, 200, outcome("nothing_to_do", ""));

    run(
        "apply",
        "--env",
        "prod",
        "--ref",
        "v2",
        "--only",
        "schema",
        "--force",
        "--trigger",
        "pipeline",
        "--reason",
        "release 12",
        "--at",
        "2026-12-01T22:00+01:00",
        "--backfill",
        "orders.note");

    assertThat(server.last().line()).isEqualTo(REQUEST);
    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"ref": "v2", "only": ["schema"], "dryRun": false, "force": true,
                 "emergency": false, "at": "2026-12-01T21:00:00Z", "backfill": "orders.note",
                 "trigger": "pipeline", "reason": "release 12"}
                """));
  }

  @Test
  void is_a_manual_safe_apply_of_the_schema_when_nothing_else_is_said() throws Exception {
    server.replies(REQUEST, 200, outcome("nothing_to_do", ""));

    run(APPLY);

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"ref": "v2", "only": ["schema"], "dryRun": false, "force": false,
                 "emergency": false, "trigger": "manual"}
                """));
  }

  @Test
  void prints_the_release_id_on_a_line_of_its_own() {
    server.replies(
        REQUEST,
        200,
        outcome(
            "applied", ",\"rollout\":" + answer("rollout-released") + ",\"releaseId\":\"rel_01\""));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out())
        .isEqualTo(
            """
            Applied 2 steps to shop/prod at 4f2a9c1b7d (rollout rol_01).
            releaseId: rel_01
            """);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void says_that_a_release_is_the_one_there_already_was() {
    server.replies(
        REQUEST, 200, outcome("nothing_to_do", ",\"releaseId\":\"rel_01\",\"reused\":true"));

    assertThat(run(APPLY).out())
        .isEqualTo(
            """
            Nothing to do: the schema is as declared.
            releaseId: rel_01 (reused)
            """);
  }

  @Test
  void shows_the_plan_of_a_dry_run_and_changes_nothing() {
    server.replies(REQUEST, 200, outcome("dry_run", ",\"plan\":" + answer("plan")));

    Outcome outcome = run("apply", "--env", "prod", "--ref", "v3", "--dry-run");

    assertThat(server.last().json().path("dryRun").asBoolean()).isTrue();
    assertThat(outcome.out())
        .contains("2. drop column public.customers.fax  [breaking, destructive, requires --force]")
        .endsWith("\nDry run: nothing was changed.\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void ends_with_5_and_the_command_that_approves_when_somebody_has_to() {
    server.replies(
        REQUEST,
        202,
        outcome("waiting_for_approval", ",\"rollout\":" + answer("rollout-proposed")));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out())
        .isEqualTo(
            """
            Waiting for approval: shop/prod at 4f2a9c1b7d
              rollout       rol_01
              digest        %1$s
              approvals     0 of 1
              requested by  ada
            Somebody else reviews it with `ledgerctl rollout show rol_01` and approves it:
              ledgerctl rollout approve rol_01 --digest %1$s
            Then the same apply goes through.
            """
                .formatted(DIGEST));
    assertThat(outcome.code()).isEqualTo(5);
  }

  @Test
  void tells_what_else_is_missing_while_somebody_has_to_approve() {
    String gates =
        """
        ,"gates": [
          {"name": "approvals", "met": false, "why": "0 of 1", "remedy": "approve it",
           "problem": "approvals-missing"},
          {"name": "freeze", "met": true, "why": "nothing is frozen"},
          {"name": "backup", "met": false, "why": "none is on record", "remedy": "record one",
           "problem": "backup-required"}]}
        """;
    String proposed = answer("rollout-proposed").strip();
    server.replies(
        REQUEST,
        202,
        outcome(
            "waiting_for_approval",
            ",\"rollout\":" + proposed.substring(0, proposed.length() - 1) + gates));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out())
        .contains(
            """
              requested by  ada
            Something else is missing as well:
              not met  backup: none is on record
                remedy: record one
                see: docs/problems/backup-required.md
            Somebody else reviews it\
            """)
        .endsWith("\nOnce nothing is missing the same apply goes through.\n");
    assertThat(outcome.code()).isEqualTo(5);
  }

  @Test
  void says_when_it_will_run() {
    server.replies(
        REQUEST, 202, outcome("scheduled", ",\"rollout\":" + answer("rollout-governed")));

    Outcome outcome =
        run("apply", "--env", "prod", "--ref", "v2", "--at", "2026-12-01T22:00+01:00");

    assertThat(outcome.out())
        .isEqualTo(
            """
            Scheduled for 2026-12-01 21:00:00Z: shop/prod at 4f2a9c1b7d (rollout rol_01)
            Until then: ledgerctl rollout unschedule rol_01 --reason TEXT
            """);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void ends_well_when_something_is_left_to_do_and_says_what() {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-emergency"));

    Outcome outcome =
        run("apply", "--env", "prod", "--ref", "v2", "--emergency", "--reason", "it is down");

    assertThat(server.requests().getFirst().json().path("emergency").asBoolean()).isTrue();
    assertThat(outcome.out())
        .endsWith(
            """
            releaseId: rel_01
            Still to be filled in: orders.note from the archive
              ledgerctl rollout backfill rol_01 --validated
            Still to be reviewed by somebody else, until 2026-11-23 10:00:00Z
              ledgerctl rollout review rol_01 --justified|--not-justified --reason TEXT
            """);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void ends_with_6_when_the_approvals_lapsed() {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-proposed").replace("\"proposed\"", "\"expired\""));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out()).startsWith("Rollout rol_01 of shop/prod: expired\n");
    assertThat(outcome.code()).isEqualTo(6);
  }

  @Test
  void an_emergency_has_a_reason_and_is_now() {
    assertThat(run("apply", "--ref", "v2", "--emergency").err()).contains("--reason");
    Outcome later =
        run("apply", "--ref", "v2", "--emergency", "--reason", "x", "--at", "2026-12-01T22:00Z");

    assertThat(later.code()).isEqualTo(64);
    assertThat(later.err()).contains("--at");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void follows_the_rollout_and_tells_each_statement_once() {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-applying"))
        .replies(ROLLOUT, 200, answer("rollout-applying"))
        .replies(ROLLOUT, 200, answer("rollout-verified"))
        .replies(ROLLOUT, 200, answer("rollout-released"));

    Outcome outcome = run(APPLY);

    assertThat(outcome.err())
        .isEqualTo(
            """
            [1/2] create table public.orders (12 ms)
            [2/2] create index public.orders_by_customer (3400 ms)
            """);
    assertThat(outcome.out()).endsWith("releaseId: rel_01\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void gives_machines_the_answer_as_it_stands_in_the_end() throws Exception {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-released"));

    Outcome outcome = run("apply", "--env", "prod", "--ref", "v2", "--format", "json");

    JsonNode json = Json.read(outcome.out());
    assertThat(json.path("outcome").asText()).isEqualTo("applied");
    assertThat(json.path("releaseId").asText()).isEqualTo("rel_01");
    assertThat(json.path("rollout").path("status").asText()).isEqualTo("released");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void says_which_statement_failed_and_why() {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-failed"));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out())
        .startsWith("Rollout rol_01 of shop/prod: failed\n")
        .endsWith(
            """
            failed at step 2 of connection main: column "note" of relation "orders" contains null values (SQLSTATE 23502)
              ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL
            Its transaction was rolled back.
            """);
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void ends_with_3_when_the_database_drifted_while_it_was_applied() {
    server
        .replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")))
        .replies(ROLLOUT, 200, answer("rollout-failed").replace("\"failed\"", "\"drifted\""));

    Outcome outcome = run(APPLY);

    assertThat(outcome.out()).endsWith("  ledgerctl drift show --project shop --env prod\n");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void does_not_follow_when_told_not_to() {
    server.replies(REQUEST, 202, outcome("applying", ",\"rollout\":" + answer("rollout-applying")));

    Outcome outcome = run("apply", "--env", "prod", "--ref", "v2", "--no-wait");

    assertThat(server.requests()).hasSize(1);
    assertThat(outcome.out()).endsWith("Follow it with: ledgerctl rollout show rol_01\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void knows_no_other_part_than_the_schema() {
    Outcome outcome = run("apply", "--env", "prod", "--ref", "v2", "--only", "permissions");

    assertThat(outcome.err()).contains("--only");
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(server.requests()).isEmpty();
  }

  private static String outcome(String outcome, String more) {
    return "{\"outcome\":\"" + outcome + "\"" + more + "}";
  }
}
