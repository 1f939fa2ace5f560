package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stop conditions of a playbook that governs production by hand, held by the ledger. */
class StopConditionsAcceptanceTest extends Governed {

  private static final String ONE_APPROVAL =
      """
      marked: development
      approvals:
        required: 1
      """;

  @Test
  void c1_nothing_runs_without_a_recorded_approval() {
    Database prod = released("prod");
    policy("prod", "marked: production\n");
    repository.declare(WITH_NAME);
    String rollout = waiting("");
    var before = prod.catalogRows();

    as(ADA, "rollout resume " + rollout).exits(5).says("approvals-missing");

    assertThat(refusal("prod").path("refusal").asText()).isEqualTo("approvals-missing");
    assertThat(refusal("prod").path("rollout").asText()).isEqualTo(rollout);
    assertThat(prod.catalogRows()).isEqualTo(before);
    approvedByGrace(rollout);
    as(ADA, "rollout resume " + rollout).exits(0);
  }

  @Test
  void c2_p3_an_approved_plan_waits_until_staging_has_the_same_schema_from_a_plan() {
    released("staging");
    released("prod");
    policy("prod", ONE_APPROVAL + "gates:\n  promotion:\n    from: staging\n");
    repository.declare(WITH_NAME);
    String rollout = waiting("");
    approvedByGrace(rollout);

    as(ADA, apply("prod")).exits(4).says("promotion-missing", "staging does not have");
    String _ = release("staging", "main");
    as(ADA, apply("prod")).exits(0);
    assertThat(rollout("prod").path("gates").toString()).contains("staging has the same schema");
  }

  @Test
  void c2_a_staging_that_has_drifted_proves_nothing() {
    Database staging = released("staging");
    released("prod");
    policy("prod", "marked: development\ngates:\n  promotion:\n    from: staging\n");
    repository.declare(WITH_NAME);
    String _ = release("staging", "main");
    staging.execute("alter table users add column nick text");
    ledgerctl("drift check --env staging").exits(3);

    as(ADA, apply("prod")).exits(4).says("promotion-missing", "has drifted");
  }

  @Test
  void c3_only_the_named_authority_lets_production_go() {
    released("prod");
    person("robert", "approver");
    policy("prod", ONE_APPROVAL + "  authority: [actor:robert.%s]\n".formatted(project));
    repository.declare(WITH_NAME);
    String rollout = waiting("");
    approvedByGrace(rollout);

    as(ADA, "rollout resume " + rollout).exits(5).says("authority-missing");
    as("robert approver", "rollout approve %s --channel chat".formatted(rollout)).exits(0);
    as(ADA, "rollout resume " + rollout).exits(0);
    assertThat(rollout("prod").path("approvals").path(1).path("capacities").path(0).asText())
        .isEqualTo("authority");
  }

  @Test
  void c4_a_deployment_applies_nothing() {
    released("prod");
    repository.declare(WITH_NAME);

    as(ADA, apply("prod") + " --trigger deploy").exits(4).says("implicit-apply");
    assertThat(refusal("prod").path("refusal").asText()).isEqualTo("implicit-apply");
  }

  @Test
  void c4_where_the_policy_wants_a_hand_a_pipeline_is_refused() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  triggers: [manual]\n");
    repository.declare(WITH_NAME);

    as(ADA, apply("prod") + " --trigger pipeline").exits(4).says("trigger-refused");
    as(ADA, apply("prod")).exits(0);
  }

  @Test
  void c5_a_table_outside_of_the_scope_takes_a_waiver_by_somebody_else() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  scope: [public.users]\n");
    repository.declare(WITH_NAME + "create table payments (id bigint primary key);\n");

    as(ADA, apply("prod")).exits(4).says("scope-frozen", "public.payments");
    String rollout = rollout("prod").path("id").asText();
    as(ADA, "rollout waive %s --gate scope --reason agreed".formatted(rollout)).exits(4);
    enter("ada", "admin");
    as("ada admin", "rollout waive %s --gate scope --reason agreed".formatted(rollout))
        .exits(4)
        .says("own-waiver");
    ledgerctl("rollout waive %s --gate scope --reason 'agreed on 3 May'".formatted(rollout))
        .exits(0);
    as(ADA, apply("prod")).exits(0);
    assertThat(rollout("prod").path("records").path("waivers").path(0).path("reason").asText())
        .isEqualTo("agreed on 3 May");
  }

  @Test
  void c5_a_rename_touches_the_table_under_both_of_its_names() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  scope: [public.people]\n");
    repository.declare("-- ledger:renamed-from users\n" + USERS.replace("users", "people"));

    ledgerctl(apply("prod") + " --force").exits(4).says("scope-frozen", "public.users");
  }

  @Test
  void an_emergency_that_was_declared_opens_nothing_for_others() {
    released("prod");
    policy("prod", ONE_APPROVAL + "gates:\n  scope: [public.pets]\n");
    repository.declare(WITH_NAME);

    as(OSCAR, apply("prod") + " --emergency --reason now").exits(4).says("scope-frozen");
    String id = rollout("prod").path("id").asText();
    ledgerctl("rollout waive %s --gate scope --reason agreed".formatted(id)).exits(0);
    as(ADA, apply("prod")).exits(5);
    as(ADA, "rollout resume " + id).exits(5).says("approvals-missing");
    as(OSCAR, "rollout emergency %s --reason now".formatted(id)).exits(0);
  }

  @Test
  void the_pointer_moved_back_does_not_make_an_old_branch_descend() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  linear_history: true\n");
    String base = repository.declare(WITH_NAME);
    String first = release("prod", "main");
    repository.declare(WITH_NAME + "create table notes (id bigint primary key);\n");
    String _ = release("prod", "main");
    repository.branchOff("aside", base);
    repository.declare(WITH_NAME + "create table tags (id bigint primary key);\n");
    ledgerctl("release rollback --env prod --to-release-id %s --reason back".formatted(first))
        .exits(0);

    ledgerctl("apply --only schema --env prod --ref aside --force")
        .exits(4)
        .says("history-not-linear");
  }

  @Test
  void who_logs_in_twice_is_one_person_by_their_address() {
    released("prod");
    policy("prod", "marked: development\napprovals:\n  required: 2\n");
    enter("gracie", "approver");
    ledgerctl("actor set gracie.%s --address grace@%s.example".formatted(project, project))
        .exits(0);
    repository.declare(WITH_NAME);
    String id = waiting("");

    approvedByGrace(id);
    as("gracie approver", "rollout approve " + id).exits(4).says("already-approved");
  }

  @Test
  void a_service_approves_nothing() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    enter("bot", "approver");
    ledgerctl("actor set bot.%s --kind service".formatted(project)).exits(0);
    repository.declare(WITH_NAME);
    String id = waiting("");

    as("bot approver", "rollout approve " + id).exits(4).says("service-decides");
  }

  @Test
  void an_author_who_becomes_known_after_the_proposal_does_not_approve_it() {
    released("prod");
    enter("wanda", "approver");
    policy("prod", "marked: production\ngates:\n  backup: false\n");
    repository.declare(WITH_NAME);
    String id = waiting("");

    as("wanda approver", "rollout approve " + id).exits(4).says("approver-unidentified");
    ledgerctl("actor set wanda.%s --address ada@shop.example".formatted(project)).exits(0);
    as("wanda approver", "rollout approve " + id).exits(4).says("own-commits");
  }

  @Test
  void c6_what_cannot_be_taken_back_takes_a_way_to_recover() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  recovery: true\n");
    repository.declare(WITHOUT_FAX);

    ledgerctl(apply("prod") + " --force").exits(4).says("recovery-undocumented", "fax");
    String rollout = rollout("prod").path("id").asText();
    as(ADA, "rollout note %s --kind recovery --text 'restore the column'".formatted(rollout))
        .exits(0);
    ledgerctl(apply("prod") + " --force").exits(0);
  }

  @Test
  void c7_a_drop_of_what_has_rows_takes_a_word_on_them() {
    Database prod = released("prod");
    prod.execute("insert into users select n, 'f', 'p' from generate_series(1, 7) n");
    policy("prod", "marked: development\ngates:\n  data_strategy: true\n");
    repository.declare(WITHOUT_FAX);

    ledgerctl(apply("prod") + " --force").exits(4).says("data-strategy-missing", "7 rows");
    String rollout = rollout("prod").path("id").asText();
    as(ADA, "rollout note %s --kind data-strategy --text 'copied to archive'".formatted(rollout))
        .exits(0);
    ledgerctl(apply("prod") + " --force").exits(0);
  }

  @Test
  void c7_a_drop_of_what_has_none_does_not() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  data_strategy: true\n");
    repository.declare(WITHOUT_FAX);

    ledgerctl(apply("prod") + " --force").exits(0);
  }

  @Test
  void c8_a_yes_to_another_plan_is_none() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String rollout = waiting("");

    as(GRACE, "rollout approve %s --digest sha256:%s".formatted(rollout, "0".repeat(64)))
        .exits(6)
        .says("digest-mismatch");
    as(ADA, "rollout resume " + rollout).exits(5);
  }

  @Test
  void c9_staging_takes_evidence() {
    released("prod");
    policy(
        "prod",
        """
        marked: development
        gates:
          evidence: [rollback_plan, verification, local_validation]
        """);
    repository.declare(WITH_NAME);

    as(ADA, apply("prod"))
        .exits(4)
        .says("evidence-missing", "rollback_plan, verification, local_validation");
    String id = rollout("prod").path("id").asText();
    as(ADA, "rollout note %s --kind rollback-plan --text 'drop it again'".formatted(id)).exits(0);
    as(ADA, "rollout note %s --kind verification --text 'select name'".formatted(id)).exits(0);
    as(ADA, "rollout test %s --kind local-validation --failed".formatted(id)).exits(0);
    as(ADA, apply("prod")).exits(4).says("local_validation");
    as(ADA, "rollout test %s --kind local-validation --passed".formatted(id)).exits(0);
    as(ADA, apply("prod")).exits(0);
  }

  @Test
  void c10_p4_what_does_not_descend_from_the_release_is_refused() {
    released("prod");
    String base = repository.declare(WITH_NAME);
    String _ = release("prod", "main");
    policy("prod", "marked: development\ngates:\n  linear_history: true\n");
    repository.declare(WITH_NAME + "create table notes (id bigint primary key);\n");
    as(ADA, apply("prod")).exits(0);
    repository.branchOff("aside", base);
    repository.declare(WITH_NAME + "create table tags (id bigint primary key);\n");

    ledgerctl("apply --only schema --env prod --ref aside --force")
        .exits(4)
        .says("history-not-linear");
  }

  @Test
  void p4_a_later_change_brings_those_that_it_builds_on() {
    Database prod = released("prod");
    repository.declare(WITH_NAME);
    repository.declare(WITH_NAME + "create table pets (id bigint primary key, owner text);\n");

    as(ADA, apply("prod")).exits(0);

    assertThat(prod.columns()).contains("users.name text", "pets.owner text");
  }

  @Test
  void c11_tables_that_matter_to_security_take_a_note() {
    released("prod");
    policy("prod", "marked: development\ngates:\n  security_note: ['public.*']\n");
    repository.declare(WITH_NAME);

    as(ADA, apply("prod")).exits(4).says("security-note-missing", "public.users");
    String id = rollout("prod").path("id").asText();
    as(ADA, "rollout note %s --kind security-impact --text none".formatted(id)).exits(0);
    as(ADA, apply("prod")).exits(0);
  }

  @Test
  void c12_p6_a_failure_leaves_nothing_behind_and_has_a_place_for_the_incident() {
    Database prod = released("prod");
    prod.execute("insert into users (id, phone) values (1, 'p')");
    repository.declare(
        USERS.replace("fax text", "fax text not null") + "create table pets (id bigint);\n");
    var before = prod.columns();

    ledgerctl(apply("prod") + " --force").exits(1);

    JsonNode failed = rollout("prod");
    String id = failed.path("id").asText();
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("failure").path("rolledBack").asBoolean()).isTrue();
    assertThat(prod.columns())
        .containsAll(before)
        .noneMatch(it -> it.contains("fax text not null"));
    as(
            ADA,
            "rollout note %s --kind incident --text 'rows without a fax' --reference INC-3"
                .formatted(id))
        .exits(0);
    assertThat(rollout("prod").path("records").path("notes").path(0).path("reference").asText())
        .isEqualTo("INC-3");
    assertThat(current("prod")).isNotBlank();
    assertThat(events("prod")).contains("apply-failed", "note-recorded");
  }

  @Test
  void c13_all_about_a_change_is_found_with_it() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String id = waiting("--reason 'work order 12'");
    as(ADA, "rollout ticket %s WO-12".formatted(id)).exits(0);
    as(ADA, "rollout ticket %s https://git.example/pull/7 --pull-request".formatted(id)).exits(0);
    as(ADA, "rollout note %s --kind rollback-plan --text 'drop the column'".formatted(id)).exits(0);
    as(ADA, "rollout test %s --kind local-validation --passed".formatted(id)).exits(0);
    as(GRACE, "rollout approve %s --reference pull/7 --channel review".formatted(id)).exits(0);
    as(ADA, apply("prod") + " --artifact-dir evidence").exits(0).says("files to evidence");

    JsonNode rollout = rollout("prod");
    recordTells(id);
    filesTell(id);
    assertThat(rollout.path("records").path("links").findValuesAsText("reference"))
        .containsExactly("WO-12", "https://git.example/pull/7");
    assertThat(rollout.path("records").path("notes").path(0).path("text").asText())
        .isEqualTo("drop the column");
    assertThat(rollout.path("records").path("tests").path(0).path("passed").asBoolean()).isTrue();
    assertThat(rollout.path("approvals").path(0).path("reference").asText()).isEqualTo("pull/7");
    assertThat(rollout.path("statements").path(0).path("sql").asText()).contains("ADD COLUMN");
    assertThat(rollout.path("gates").findValuesAsText("name")).contains("approvals", "drift");
    assertThat(rollout.path("ref").asText()).hasSize(40);
  }

  private void recordTells(String id) {
    JsonNode record = ledgerctl("rollout record %s --format json".formatted(id)).exits(0).json();
    assertThat(record.path("status").asText()).isEqualTo("Closed");
    assertThat(record.path("why").asText()).isEqualTo("work order 12");
    assertThat(record.path("requested").path("by").asText()).isEqualTo("ada." + project);
    assertThat(record.path("tickets").findValuesAsText("reference"))
        .containsExactly("WO-12", "https://git.example/pull/7");
    assertThat(record.path("plan").path(0).path("steps").path(0).path("ran").path("recorded"))
        .isNotEmpty();
    List<String> told =
        record
            .path("events")
            .valueStream()
            .map(event -> event.path("recorded").path("position").asText())
            .toList();
    List<String> happened =
        timeline("prod")
            .valueStream()
            .filter(event -> event.path("rollout").asText().equals(id))
            .map(event -> event.path("position").asText())
            .toList();
    assertThat(told).isEqualTo(happened);
    ledgerctl("rollout record %s --format md".formatted(id))
        .exits(0)
        .prints(
            "# Change record `" + id + "`",
            "work order 12",
            "| 1 | add column public.users.name",
            "ALTER TABLE public.users ADD COLUMN name text;",
            "WO-12",
            "drop the column",
            "test: local validation",
            "grace." + project,
            "review, pull/7");
    ledgerctl("rollout record " + id).exits(0).prints("Closed (released)", "work order 12");
  }

  private void filesTell(String id) {
    List<String> names =
        ledgerctl("rollout artifacts %s --artifact-dir evidence --format json".formatted(id))
            .exits(0)
            .json()
            .path("files")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(names)
        .anyMatch(name -> name.matches("schema_change_" + id + "_[0-9a-f]{16}\\.json"))
        .anyMatch(name -> name.matches("appr_[0-9a-f]{24}\\.json"))
        .anyMatch(name -> name.endsWith(".notification.md"))
        .contains(
            "schema_history/public_users/v0002.json",
            "schema_history/public_users/current.json",
            "change_record_" + id + ".md")
        .doesNotContain("schema_history/public_users/v0003.json")
        .allSatisfy(name -> assertThat(home.resolve("evidence").resolve(name)).exists());
  }
}
