package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The procedures of schema changes that a ledger has to hold people to. */
class ProceduresAcceptanceTest extends Governed {

  private static final String NO_WINDOW =
      """
      marked: development
      contract:
        ddl_mode: safe_window
        data_type: evolve
      gates:
        window:
          zone: Europe/Berlin
          starts: 2099-01-01T22:00
          rule: FREQ=YEARLY
          lasts_minutes: 60
      """;

  @Test
  void p1_what_takes_something_away_takes_a_verified_backup_that_is_younger_than_the_plan() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  backup: true\n");
    backup("--verified");
    repository.declare(WITHOUT_FAX);
    String apply = apply("prod") + " --force";

    ledgerctl(apply).exits(4).says("backup-required");
    backup("");
    ledgerctl(apply).exits(4).says("backup-required", "not verified");
    backup("--verified");
    ledgerctl(apply).exits(0);
  }

  @Test
  void p2_the_owner_or_a_delegate_of_a_table_says_yes() {
    released("prod");
    person("olga", "approver");
    ledgerctl("group add data-%s --actor olga.%s --reason owner".formatted(project, project))
        .exits(0);
    policy(
        "prod",
        """
        marked: development
        approvals:
          owners:
            public.users: [data-%s]
            public.pets: [others]
        """
            .formatted(project));
    repository.declare(WITH_NAME);
    String id = waiting("");

    approvedByGrace(id);
    as(ADA, "rollout resume " + id).exits(5).says("owner-approval-missing", "public.users");
    as("olga approver", "rollout approve " + id).exits(0);
    as(ADA, "rollout resume " + id).exits(0);
  }

  @Test
  void who_wrote_a_commit_does_not_approve_it() {
    released("prod");
    person("wanda", "approver");
    enter("nora", "approver");
    // The commits are Ada's of the shop; here they are Wanda's.
    ledgerctl("actor set wanda.%s --address ada@shop.example".formatted(project)).exits(0);
    policy("prod", "marked: production\ngates:\n  backup: false\n");
    repository.declare(WITH_NAME);
    String id = waiting("");

    as("wanda approver", "rollout approve " + id).exits(4).says("own-commits");
    as("nora approver", "rollout approve " + id).exits(4).says("approver-unidentified");
    approvedByGrace(id);
    as(ADA, "rollout resume " + id).exits(0);
  }

  @Test
  void p5_a_change_is_not_complete_before_its_backfill_is_right() {
    released("prod");
    repository.declare(WITH_NAME);

    as(ADA, apply("prod") + " --backfill 'fill in users.name'").exits(0);

    JsonNode pending = rollout("prod");
    String id = pending.path("id").asText();
    assertThat(pending.path("status").asText()).isEqualTo("backfill-pending");
    assertThat(current("prod")).isEqualTo(pending.path("releaseId").asText());
    ledgerctl("env show --env prod").exits(0).prints("fill in users.name");
    as(ADA, "rollout backfill %s --not-validated --rows 3".formatted(id)).exits(0);
    assertThat(rollout("prod").path("status").asText()).isEqualTo("backfill-pending");
    as(ADA, "rollout backfill %s --validated --rows 7".formatted(id)).exits(0);
    assertThat(rollout("prod").path("status").asText()).isEqualTo("released");
  }

  @Test
  void p7_giving_up_takes_a_reason() {
    released("prod");
    policy("prod", "marked: development\napprovals:\n  required: 1\n");
    repository.declare(WITH_NAME);
    String id = waiting("");

    assertThat(as(ADA, "rollout abort " + id).code()).isNotZero();
    as(ADA, "rollout abort %s --reason 'not needed'".formatted(id)).exits(0);
    assertThat(rollout("prod").path("status").asText()).isEqualTo("aborted");
  }

  @Test
  void p8_what_is_deferred_stays_open_with_a_date() {
    released("prod");
    policy("prod", "marked: development\napprovals:\n  required: 1\n");
    repository.declare(WITH_NAME);
    String id = waiting("");

    as(GRACE, "rollout defer %s --reason later --until 2027-02-01".formatted(id)).exits(0);
    assertThat(rollout("prod").path("nextReview").asText()).isEqualTo("2027-02-01");
    approvedByGrace(id);
    as(ADA, "rollout resume " + id).exits(0);
  }

  @Test
  void p9_an_emergency_is_looked_at_afterwards_by_somebody_else() {
    released("prod");
    policy("prod", "marked: production\n");
    repository.declare(WITH_NAME);
    String apply = apply("prod") + " --emergency --reason 'orders are lost'";

    as(ADA, apply).exits(4).says("operator");
    ledgerctl(apply).exits(4).says("operator");
    as(OSCAR, apply("prod") + " --emergency").exits(64).says("--reason");
    as(OSCAR, apply).exits(0);

    JsonNode rollout = rollout("prod");
    assertThat(rollout.path("records").path("emergency").path("reason").asText())
        .isEqualTo("orders are lost");
    assertThat(unmet("prod")).contains("approvals");
    ledgerctl("env show --env prod").exits(0).prints("review of an emergency");
    String id = rollout.path("id").asText();
    as(GRACE, "rollout review %s --justified --reason 'no time'".formatted(id)).exits(0);
    assertThat(ledgerctl("env show --env prod --format json").json().path("obligations")).isEmpty();
    assertThat(events("prod")).containsSubsequence("emergency-declared", "emergency-reviewed");
  }

  @Test
  void p9_an_emergency_does_not_go_past_drift() {
    Database prod = released("prod");
    policy("prod", "marked: production\n");
    prod.execute("alter table users add column nick text");
    repository.declare(WITH_NAME);

    as(OSCAR, apply("prod") + " --emergency --reason now").exits(3).says("drift-found");
  }

  @Test
  void p10_what_keeps_others_waiting_waits_for_a_window() {
    Database prod = released("prod");
    repository.declare(USERS + "create table counts (id bigint primary key, n int);\n");
    String _ = release("prod", "main");
    prod.execute("insert into counts select n, n from generate_series(1, 5000) n");
    policy("prod", NO_WINDOW);
    repository.declare(USERS + "create table counts (id bigint primary key, n bigint);\n");

    as(ADA, apply("prod")).exits(4).says("window-closed", "others have to wait");
    assertThat(unmet("prod")).containsExactly("window");
    repository.declare(WITH_NAME + "create table counts (id bigint primary key, n int);\n");
    as(ADA, apply("prod")).exits(0);
  }

  @Test
  void a_plan_runs_at_the_time_that_was_chosen_for_it() {
    released("prod");
    policy("prod", "marked: development\napprovals:\n  required: 1\n");
    repository.declare(WITH_NAME);
    String id = waiting("");
    approvedByGrace(id);

    as(ADA, "rollout schedule %s --at %s".formatted(id, soon())).exits(0);
    assertThat(rollout("prod").path("status").asText()).isIn("scheduled", "applying", "released");
    awaitStatus("released");
    assertThat(events("prod")).containsSubsequence("rollout-scheduled", "apply-started");
  }

  @Test
  void a_plan_whose_time_meets_a_freeze_is_refused_and_waits() {
    released("prod");
    repository.declare(WITH_NAME);
    as(ADA, apply("prod") + " --at " + Instant.now().plusSeconds(3_600)).exits(0);
    String id = rollout("prod").path("id").asText();
    as(OSCAR, "env freeze --env prod --reason night").exits(0);
    as(ADA, "rollout schedule %s --at %s".formatted(id, soon())).exits(0);

    awaitStatus("approved");
    assertThat(refusal("prod").path("refusal").asText()).isEqualTo("environment-frozen");
  }

  @Test
  void a_frozen_project_lets_nothing_run() {
    released("prod");
    repository.declare(WITH_NAME);
    ledgerctl("project freeze %s --reason 'year end'".formatted(project)).exits(0);

    as(ADA, apply("prod")).exits(4).says("environment-frozen", "the project is frozen: year end");
    ledgerctl("project unfreeze %s --reason 'it is over'".formatted(project)).exits(0);
    as(ADA, apply("prod")).exits(0);
  }

  @Test
  void an_approval_is_taken_back_by_who_gave_it() {
    released("prod");
    policy("prod", "marked: development\napprovals:\n  required: 1\n");
    repository.declare(WITH_NAME);
    String id = waiting("");
    approvedByGrace(id);

    as(GRACE, "rollout withdraw %s --reason 'seen too late'".formatted(id)).exits(0);
    as(ADA, "rollout resume " + id).exits(5);
    assertThat(rollout("prod").path("status").asText()).isEqualTo("proposed");
  }

  /** Late enough for a busy machine to be told of it before. */
  private static Instant soon() {
    return Instant.now().plusSeconds(15);
  }

  private void awaitStatus(String status) {
    for (int i = 0; i < 1200 && !rollout("prod").path("status").asText().equals(status); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(rollout("prod").path("status").asText()).isEqualTo(status);
  }
}
