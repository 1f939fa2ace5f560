package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a change needs before it runs, what it may do without, and what it leaves to do. */
class GovernanceAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text, fax text);";
  private static final String WITH_NOTE =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text, fax text, note text);";
  private static final String WITHOUT_FAX =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text);";
  private static final String APPROVED =
      """
      marked: development
      approvals:
        required: 1
      """;
  private static final String GUARDED =
      """
      marked: production
      contract: false
      separation_of_duties: [requester_approves]
      gates:
        promotion:
          from: dev
        scope: [public.customers]
        security_note: [public.orders]
        evidence: [ticket, pull_request, local_validation]
      """;

  /** An environment with a release, and a policy from now on. */
  private void governed(String name, String policy) throws IOException {
    environment(name);
    declare(ORDERS);
    String _ = release(name, "main");
    Files.writeString(home.resolve("policy.yaml"), policy);
    ledgerctl("policy set --env %s policy.yaml".formatted(name)).exits(0);
  }

  private void declare(String orders) {
    repository.commit(Map.of("schema/orders.sql", orders));
  }

  /** A plan that waits for approval; answers with its rollout. */
  private String proposed(String environment, String options) {
    ledgerctl("apply --only schema --ref main --env " + environment + options).exits(5);
    return rollout(environment).path("id").asText();
  }

  private String status(String environment) {
    return rollout(environment).path("status").asText();
  }

  @Test
  void a_plan_tells_all_that_it_lacks_and_runs_once_it_has_that() throws IOException {
    environment("dev");
    governed("prod", GUARDED);
    String _ = release("dev", "main");
    database("prod").execute("INSERT INTO orders VALUES (1, 'a', 'b')");
    declare(WITHOUT_FAX);
    enter("ada", "approver");

    ledgerctl("apply --only schema --env prod --ref main --force")
        .exits(5)
        .prints("approvals     0 of 1", "not met  promotion", "docs/problems/promotion-missing.md");
    String id = rollout("prod").path("id").asText();
    ledgerctl("rollout show " + id)
        .exits(0)
        .prints("not met  approvals: 0 of 1", "not met  promotion: dev does not have")
        .prints("not met  backup", "not met  recovery", "not met  data-strategy")
        .prints("not met  scope: not on the list", "not met  security-note")
        .prints("not met  evidence: not on record: ticket, pull_request, local_validation");
    as("ada approver", "rollout approve " + id + " --reference 'PR 12' --channel chat").exits(0);

    ledgerctl("rollout resume " + id)
        .exits(4)
        .says(id + " does not run:", "docs/problems/backup-required.md", "ledgerctl backup record")
        .says("not met  scope", "not met  evidence", "ledgerctl rollout note --kind recovery");

    ledgerctl("apply --only schema --env dev --ref main --force").exits(0);
    ledgerctl("rollout ticket " + id + " SHOP-7").exits(0);
    ledgerctl("rollout ticket " + id + " shop/12 --pull-request").exits(0);
    ledgerctl("rollout test " + id + " --kind local-validation --passed --note 'on my copy'")
        .exits(0);
    ledgerctl("rollout note " + id + " --kind recovery --text 'restore the backup'").exits(0);
    ledgerctl("rollout note " + id + " --kind data-strategy --text 'nobody reads them'").exits(0);
    ledgerctl("rollout note " + id + " --kind security-impact --text none").exits(0);
    String waive = "rollout waive " + id + " --gate scope --reason agreed --reference CHG-1";
    ledgerctl(waive).exits(4).says("own-waiver");
    enter("grace", "admin");
    as("grace admin", waive).exits(0);
    ledgerctl(
            "backup record --env prod --location s3://backups/1 --verified --taken-at "
                + Instant.now())
        .exits(0)
        .prints("Backup at s3://backups/1");
    ledgerctl("backup list --env prod").exits(0).prints("s3://backups/1");
    ledgerctl("rollout resume " + id).exits(0).prints("Applied 1 step");

    ledgerctl("rollout show " + id)
        .exits(0)
        .prints(
            "gates when it ran",
            "met  scope: waived (not on the list",
            "a verified backup is on record")
        .prints("PR 12", "chat", "SHOP-7", "pull-request", "on my copy", "restore the backup");
  }

  @Test
  void a_gate_that_nobody_may_waive_stays_closed() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);
    String id = proposed("prod", "");

    ledgerctl("rollout waive " + id + " --gate approvals --reason hurry")
        .exits(4)
        .says("not-waivable", "freeze");
    assertThat(rollout("prod").path("records").path("waivers")).isEmpty();
  }

  @Test
  void who_approved_may_take_it_back_and_anybody_may_say_something() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);
    String id = proposed("prod", "");
    enter("grace", "admin");

    as("grace admin", "rollout approve " + id).exits(0);
    assertThat(status("prod")).isEqualTo("approved");
    as("grace admin", "rollout withdraw " + id + " --reason 'looked again'").exits(0);

    assertThat(status("prod")).isEqualTo("proposed");
    ledgerctl("rollout comment " + id + " 'what is it for?'").exits(0);
    ledgerctl("timeline --env prod").exits(0).prints("what is it for?");
  }

  @Test
  void an_approved_plan_runs_at_its_time() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);
    String id = proposed("prod", "");
    enter("ada", "approver");
    as("ada approver", "rollout approve " + id).exits(0);

    ledgerctl("rollout schedule " + id + " --at 2020-01-01T00:00Z").exits(1).says("time-passed");
    ledgerctl("rollout schedule " + id + " --at 2100-01-01T01:00+01:00 --reason night")
        .exits(0)
        .prints("scheduled", "runs at    2100-01-01 00:00:00Z");
    ledgerctl("rollout list --env prod").exits(0).prints("runs at 2100-01-01 00:00:00Z");
    ledgerctl("rollout unschedule " + id + " --reason 'now rather'").exits(0).prints(": approved");
    ledgerctl(
            "apply --only schema --env prod --ref main --at "
                + Instant.now().plus(Duration.ofSeconds(20)))
        .exits(0)
        .prints("Scheduled for ");
    for (int i = 0; i < 300 && !status("prod").equals("released"); i++) {
      LockSupport.parkNanos(200_000_000);
    }

    assertThat(events("prod"))
        .containsSubsequence(
            "rollout-scheduled",
            "rollout-unscheduled",
            "rollout-scheduled",
            "apply-started",
            "release-advanced");
  }

  @Test
  void an_emergency_goes_past_the_approvals_and_is_reviewed_by_somebody_else() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);
    String id = proposed("prod", "");

    enter("oscar", "operator");
    as("oscar operator", "rollout emergency " + id + " --reason 'the shop is down'")
        .exits(0)
        .prints("Applied 1 step", "Still to be reviewed by somebody else");
    ledgerctl("rollout show " + id)
        .exits(0)
        .prints("emergency: the shop is down", "passed over  approvals: 0 of 1");
    ledgerctl("rollout list --env prod").exits(0).prints("review due ");
    ledgerctl("env show --env prod").exits(0).prints("still to do", "review of an emergency, due ");
    ledgerctl("project show").exits(0).prints("prod: review of an emergency");

    enter("oscar", "approver");
    as("oscar approver", "rollout review " + id + " --justified --reason mine")
        .exits(4)
        .says("own-emergency");
    enter("grace", "admin");
    as("grace admin", "rollout review " + id + " --justified --reason 'it was down'")
        .exits(0)
        .prints("justified, says grace." + project + ": it was down");
    assertThat(ledgerctl("env show --env prod").exits(0).out()).doesNotContain("still to do");
  }

  @Test
  void an_emergency_can_be_declared_with_the_apply() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);

    String apply = "apply --only schema --env prod --ref main --emergency --reason 'it is down'";
    ledgerctl(apply).exits(4).says("operator");
    enter("oscar", "operator");
    as("oscar operator", apply)
        .exits(0)
        .prints("Applied 1 step", "Still to be reviewed by somebody else");
  }

  @Test
  void a_change_is_complete_once_what_it_left_open_is_filled_in() throws IOException {
    governed("prod", APPROVED);
    declare(WITH_NOTE);
    String id = proposed("prod", " --backfill 'note from the archive'");
    enter("ada", "approver");
    as("ada approver", "rollout approve " + id).exits(0);

    ledgerctl("rollout resume " + id)
        .exits(0)
        .prints("releaseId: ", "Still to be filled in: note from the archive");
    ledgerctl("env show --env prod").exits(0).prints("backfill: note from the archive");
    ledgerctl("rollout backfill " + id + " --not-validated --rows 10").exits(0);
    assertThat(status("prod")).isEqualTo("backfill-pending");
    ledgerctl("rollout backfill " + id + " --validated --rows 20").exits(0).prints(": released");

    ledgerctl("rollout backfill " + id + " --validated").exits(4).says("wrong-status");
    assertThat(ledgerctl("env show --env prod").exits(0).out()).doesNotContain("still to do");
  }

  @Test
  void a_frozen_project_lets_nothing_be_applied_unless_somebody_answers_for_it()
      throws IOException {
    governed("prod", "marked: development\n");
    declare(WITH_NOTE);
    ledgerctl("project freeze " + project + " --reason 'year end'")
        .exits(0)
        .prints("frozen", "year end");
    Standing before = standing("prod");

    ledgerctl("apply --only schema --env prod --ref main")
        .exits(4)
        .says("not met  freeze: the project is frozen: year end", "environment-frozen");
    assertThat(database("prod").catalogRows()).isEqualTo(before.catalogRows());
    ledgerctl("env show --env prod").exits(0).prints("project frozen", "yes, year end");

    String id = rollout("prod").path("id").asText();
    enter("grace", "admin");
    as("grace admin", "rollout waive " + id + " --gate freeze --reason 'the till is wrong'")
        .exits(0);
    ledgerctl("rollout resume " + id).exits(0);
    ledgerctl("project unfreeze " + project + " --reason 'new year'").exits(0);
    assertThat(ledgerctl("project show").exits(0).out()).doesNotContain("frozen");
  }
}
