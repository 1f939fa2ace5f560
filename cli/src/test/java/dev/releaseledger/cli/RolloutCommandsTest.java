package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutCommandsTest extends CliTest {

  @Test
  void list_is_a_table_of_what_the_filters_leave() {
    server.replies(
        "GET /rollouts?project=shop&environment=prod&status=proposed&limit=5",
        200,
        "{\"items\":[" + answer("rollout-proposed") + "]}");

    Outcome outcome =
        run("rollout", "list", "--env", "prod", "--status", "proposed", "--limit", "5");

    assertThat(outcome.out())
        .isEqualTo(
            """
            ROLLOUT  ENVIRONMENT  STATUS    REF         STEPS  REQUESTED             BY
            rol_01   shop/prod    proposed  4f2a9c1b7d  0/2    2026-11-21 09:58:00Z  ada  destructive, forced
            """);
  }

  @Test
  void list_marks_what_runs_later_and_what_has_to_be_reviewed() {
    server.replies(
        "GET /rollouts?project=shop&environment=dev",
        200,
        "{\"items\":[" + answer("rollout-governed") + "," + answer("rollout-emergency") + "]}");

    assertThat(run("rollout", "list").out())
        .contains(
            "scheduled         4f2a9c1b7d  0/2    2026-11-21 09:58:00Z  ada  destructive, forced,"
                + " runs at 2026-12-01 21:00:00Z\n",
            "backfill-pending  4f2a9c1b7d  2/2    2026-11-21 09:58:00Z  ada  review due 2026-11-23"
                + " 10:00:00Z\n");
  }

  @Test
  void list_needs_no_project() {
    variables.remove("LEDGER_PROJECT");
    variables.remove("LEDGER_ENV");
    server.replies("GET /rollouts", 200, "{\"items\":[]}");

    assertThat(run("rollout", "list").out()).isEqualTo("No rollouts.\n");
  }

  @Test
  void show_tells_what_ran() {
    server.replies("GET /rollouts/rol_01", 200, answer("rollout-released"));

    assertThat(run("rollout", "show", "rol_01").out())
        .isEqualTo(
            """
            Rollout rol_01 of shop/prod: released
              ref        4f2a9c1b7d3e5f60718293a4b5c6d7e8f9012345
              digest     %s
              requested  2026-11-21 09:58:00Z by ada
              approvals  1 of 1 (grace)
              steps      2/2
              releaseId  rel_01

            approvals
              BY     AT
              grace  2026-11-21 09:59:00Z

            CONNECTION  STEP  WHAT                                    STATUS   TOOK   AT
            main        1     create table public.orders              applied  12 ms  2026-11-21 10:00:00Z
            main        2     create index public.orders_by_customer  applied  3.4 s  2026-11-21 10:00:04Z
            """
                .formatted(DIGEST));
  }

  @Test
  void show_tells_what_was_decided_and_recorded_and_what_is_missing() {
    server.replies("GET /rollouts/rol_01", 200, answer("rollout-governed"));

    assertThat(run("rollout", "show", "rol_01").out())
        .isEqualTo(
            """
            Rollout rol_01 of shop/prod: scheduled
              ref        4f2a9c1b7d3e5f60718293a4b5c6d7e8f9012345
              digest     %s
              requested  2026-11-21 09:58:00Z by ada
              approvals  2 of 2 (grace, joan)
              marks      destructive, forced
              steps      0/2
              runs at    2026-12-01 21:00:00Z
              backfill   orders.note from the archive

            approvals
              BY     AT                    AS                                 REFERENCE  CHANNEL  SIGNED  REASON
              grace  2026-11-21 09:59:00Z  group dba, owner of public.orders  PR 12      chat     yes     looks good
              joan   2026-11-21 10:00:00Z

            records
              RECORD        OF           SAYS                REFERENCE  BY    AT
              waiver        freeze       it is the fix       CHG-1      root  2026-11-21 10:01:00Z
              pull-request                                   shop/12    ada   2026-11-21 10:02:00Z
              test          suite        passed, all green   run 7      ada   2026-11-21 10:03:00Z
              test          performance  failed                         ada   2026-11-21 10:04:00Z
              note          recovery     restore the backup             ada   2026-11-21 10:05:00Z

            gates
              met  approvals: 2 of 2
              not met  backup: the backup was not verified
                remedy: take one, verify it, and record it: ledgerctl backup record --verified
                see: docs/problems/backup-required.md
            """
                .formatted(DIGEST));
  }

  @Test
  void show_tells_by_what_an_emergency_went_past_and_what_it_leaves_to_do() {
    server.replies("GET /rollouts/rol_01", 200, answer("rollout-emergency"));

    assertThat(run("rollout", "show", "rol_01").out())
        .endsWith(
            """
              releaseId  rel_01
            Still to be filled in: orders.note from the archive
              ledgerctl rollout backfill rol_01 --validated
            Still to be reviewed by somebody else, until 2026-11-23 10:00:00Z
              ledgerctl rollout review rol_01 --justified|--not-justified --reason TEXT

            emergency: the shop is down
              declared  2026-11-21 10:00:00Z by ada
              review    due 2026-11-23 10:00:00Z

            gates when it ran
              met  trigger: it is set off by: manual
              passed over  approvals: 0 of 1; missing: one more approval
            """);
  }

  @Test
  void show_tells_what_somebody_else_said_to_an_emergency() {
    server.replies(
        "GET /rollouts/rol_01",
        200,
        answer("rollout-emergency")
            .replace(
                "\"justified\":null,\"reviewedBy\":null,\"review\":null",
                "\"justified\":false,\"reviewedBy\":\"grace\",\"review\":\"it was night\""));

    assertThat(run("rollout", "show", "rol_01").out())
        .contains("  review    not justified, says grace: it was night\n");
  }

  @Test
  void show_has_the_plan_while_somebody_must_read_it() {
    String proposed = answer("rollout-proposed").strip();
    server.replies(
        "GET /rollouts/rol_01",
        200,
        proposed.substring(0, proposed.length() - 1) + ",\"plan\":" + answer("plan") + "}");

    assertThat(run("rollout", "show", "rol_01").out()).contains("\n\nPlan for shop/dev to v3");
  }

  @Test
  void approve_binds_to_the_digest_that_was_read() throws Exception {
    server.replies("POST /rollouts/rol_01/approve", 200, answer("rollout-applying"));

    Outcome outcome =
        run("rollout", "approve", "rol_01", "--digest", DIGEST, "--reason", "looks good");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("digest", DIGEST).put("reason", "looks good"));
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reject", "abort"})
  void ending_a_rollout_takes_a_reason(String command) {
    server.replies("POST /rollouts/rol_01/" + command, 200, answer("rollout-failed"));

    assertThat(run("rollout", command, "rol_01").code()).isEqualTo(64);
    assertThat(run("rollout", command, "rol_01", "--reason", "not now").code()).isZero();
    assertThat(server.last().json()).isEqualTo(Json.object().put("reason", "not now"));
  }

  @Test
  void defer_says_until_when() {
    server.replies("POST /rollouts/rol_01/defer", 200, answer("rollout-proposed"));

    run("rollout", "defer", "rol_01", "--until", "2026-12-01", "--reason", "after the sale");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("until", "2026-12-01").put("reason", "after the sale"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resume", "emergency"})
  void going_on_follows_like_an_apply(String command) throws Exception {
    server
        .replies(
            "POST /rollouts/rol_01/" + command,
            202,
            "{\"outcome\":\"applying\",\"rollout\":" + answer("rollout-applying") + "}")
        .replies("GET /rollouts/rol_01", 200, answer("rollout-released"));

    Outcome outcome =
        run("rollout", command, "rol_01", "--reason", "it is late", "--trigger", "pipeline");

    assertThat(outcome.out()).endsWith("releaseId: rel_01\n");
    assertThat(server.requests().getFirst().json())
        .isEqualTo(Json.object().put("reason", "it is late").put("trigger", "pipeline"));
  }

  @Test
  void an_emergency_takes_a_reason() {
    assertThat(run("rollout", "emergency", "rol_01").code()).isEqualTo(64);
    assertThat(server.requests()).isEmpty();
  }
}
