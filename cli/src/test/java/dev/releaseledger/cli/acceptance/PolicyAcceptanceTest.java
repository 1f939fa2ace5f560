package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of an environment, from their document to what they stop. */
class PolicyAcceptanceTest extends AcceptanceTest {

  private static final String ORDERS =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text, fax text);";
  private static final String WITH_NOTE =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text, fax text, note text);";
  private static final String WITHOUT_FAX =
      "CREATE TABLE orders (id bigint PRIMARY KEY, name text);";
  private static final String MANUAL =
      """
      marked: development
      contract:
        ddl_mode: manual_approval
      """;

  private void policy(String document) throws IOException {
    Files.writeString(home.resolve("policy.yaml"), document);
    ledgerctl("policy set --env dev policy.yaml --reason 'as agreed'").exits(0);
  }

  private void declare(String orders) {
    repository.commit(Map.of("schema/orders.sql", orders));
  }

  private void released() {
    environment("dev");
    declare(ORDERS);
    String _ = release("dev", "main");
  }

  @Test
  void an_environment_without_a_policy_is_open() {
    environment("dev", 2);

    ledgerctl("policy show --env dev").exits(0).prints("development", "approvals.required", "2");
  }

  @Test
  void a_policy_is_adopted_and_kept_with_all_before_it() throws IOException {
    environment("dev");
    policy("marked: production\n");
    policy("marked: production\napprovals:\n  required: 2\n");

    ledgerctl("policy show --env dev").exits(0).prints("as agreed", "contract.ddl_mode", "online");
    assertThat(
            ledgerctl("policy show --env dev --version 1 --format json")
                .exits(0)
                .json()
                .path("settings")
                .path("approvals.required")
                .asText())
        .isEqualTo("1");
    assertThat(
            ledgerctl("policy show --env dev --at 2020-01-01T00:00:00Z --format json")
                .exits(0)
                .json()
                .path("version")
                .asInt())
        .isZero();
    ledgerctl("policy show --env dev --version 9").exits(1).says("unknown-policy");
    assertThat(events("dev")).endsWith("policy-adopted", "policy-adopted");
  }

  @Test
  void an_environment_can_begin_with_a_policy() throws IOException {
    Files.writeString(home.resolve("policy.yaml"), "marked: production\n");

    ledgerctl(
            "env create --env prod --url embedded:%s_prod --policy policy.yaml".formatted(project))
        .exits(0);

    assertThat(events("prod")).containsExactly("environment-created", "policy-adopted");
  }

  @Test
  void an_environment_does_not_begin_with_a_policy_that_is_none() throws IOException {
    Files.writeString(home.resolve("policy.yaml"), "marked: somehow\n");

    ledgerctl(
            "env create --env prod --url embedded:%s_prod --policy policy.yaml".formatted(project))
        .exits(1)
        .says("invalid-policy");

    ledgerctl("env show --env prod").exits(1).says("unknown-environment");
  }

  @Test
  void the_same_rules_are_adopted_once() throws IOException {
    environment("dev");
    policy("marked: production\n");
    policy("# in other words\nmarked: PRODUCTION\ncontract: true\n");

    assertThat(events("dev")).filteredOn("policy-adopted"::equals).hasSize(1);
  }

  @Test
  void every_mistake_of_a_document_is_told_and_nothing_is_adopted() throws IOException {
    environment("dev");
    Files.writeString(
        home.resolve("policy.yaml"), "marked: prod\ncontract:\n  mode: lax\n  lock: 3\n");

    ledgerctl("policy set --env dev policy.yaml")
        .exits(1)
        .says(
            "invalid-policy",
            "marked must be one of: development, production",
            "contract.mode must be one of: additive, strict, widening",
            "contract.lock is not a setting");
    assertThat(events("dev")).doesNotContain("policy-adopted");
  }

  @Test
  void a_document_that_is_no_yaml_is_told_where() throws IOException {
    environment("dev");
    Files.writeString(home.resolve("policy.yaml"), "marked: production\nmarked: development\n");

    ledgerctl("policy diff --env dev policy.yaml")
        .exits(1)
        .says("invalid-policy", "line 2", "duplicate key");
  }

  @Test
  void a_document_is_compared_before_it_is_adopted() throws IOException {
    environment("dev");
    policy("marked: production\n");
    Files.writeString(
        home.resolve("policy.yaml"), "marked: production\ncontract:\n  mode: additive\n");

    ledgerctl("policy diff --env dev policy.yaml")
        .exits(2)
        .prints("contract.mode", "widening", "additive");
    assertThat(events("dev")).filteredOn("policy-adopted"::equals).hasSize(1);
  }

  @Test
  void what_a_contract_does_not_let_through_is_refused_also_with_force() throws IOException {
    released();
    policy("marked: production\napprovals:\n  required: 0\n");
    declare(WITHOUT_FAX);
    Standing before = standing("dev");

    ledgerctl("plan --env dev --ref main")
        .exits(0)
        .prints("schema_evolution.breaking:drop_column:public.orders.fax");
    ledgerctl("apply --only schema --env dev --ref main --force")
        .exits(4)
        .says("contract-forbids", "public.orders.fax");
    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void a_plan_that_is_safe_in_part_is_refused_whole() throws IOException {
    released();
    policy("marked: production\napprovals:\n  required: 0\n");
    // What nobody has rows in costs nobody anything.
    database("dev").execute("INSERT INTO orders VALUES (1)");
    declare("CREATE TABLE orders (id numeric PRIMARY KEY, name text, fax text, note text);");
    Standing before = standing("dev");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("contract-forbids", "public.orders.id");
    assertThat(standing("dev")).isEqualTo(before);
  }

  @Test
  void what_a_contract_lets_through_is_applied_once_somebody_says_yes() throws IOException {
    released();
    policy("marked: production\n");
    declare(WITH_NOTE);
    ledgerctl("apply --only schema --env dev --ref main").exits(5);
    String id = rollout("dev").path("id").asText();
    ledgerctl("rollout show " + id)
        .exits(0)
        .prints(
            "met  contract: the contract lets every change through", "not met  approvals: 0 of 1");
    enter("ada", "approver");

    as("ada approver", "rollout approve " + id).exits(4).says("approver-unidentified");
    ledgerctl("actor set ada.%s --address ada@%s.example".formatted(project, project)).exits(0);
    as("ada approver", "rollout approve " + id).exits(0);
    ledgerctl("rollout resume " + id).exits(0);

    ledgerctl("rollout show " + id).exits(0).prints("1 change within the contract");
  }

  @Test
  void manual_approval_needs_somebody_where_nobody_is_needed_otherwise() throws IOException {
    released();
    policy(MANUAL);
    declare(WITH_NOTE);

    ledgerctl("apply --only schema --env dev --ref main").exits(5);

    assertThat(rollout("dev").path("approvalsRequired").asInt()).isEqualTo(1);
  }

  @Test
  void another_policy_voids_what_was_approved_under_the_one_before() throws IOException {
    released();
    policy(MANUAL);
    declare(WITH_NOTE);
    ledgerctl("apply --only schema --env dev --ref main").exits(5);
    String id = rollout("dev").path("id").asText();
    enter("ada", "approver");
    as("ada approver", "rollout approve " + id).exits(0);

    policy("marked: development\n");

    assertThat(rollout("dev").path("status").asText()).isEqualTo("invalidated");
    ledgerctl("rollout show " + id).exits(0).prints("another policy");
    String _ = release("dev", "main");
  }

  @Test
  void a_table_that_is_too_large_does_not_change_in_place() throws IOException {
    released();
    database("dev").execute("INSERT INTO orders VALUES (1), (2)");
    declare(WITH_NOTE);
    policy("marked: development\ncontract:\n  max_table_size_for_inline_ddl: 1\n");

    ledgerctl("apply --only schema --env dev --ref main")
        .exits(4)
        .says("schema_evolution.table_size_budget:add_column:public.orders.note");

    policy("marked: development\ncontract:\n  max_table_size_for_inline_ddl: 2\n");
    String _ = release("dev", "main");
  }

  @Test
  void the_timeouts_of_a_policy_are_those_of_the_plan() throws IOException {
    released();
    policy("marked: development\ncontract:\n  lock_timeout_seconds: 7\n");
    declare(WITH_NOTE);

    assertThat(
            ledgerctl("plan --env dev --ref main --format json")
                .exits(0)
                .json()
                .at("/connections/0/stages/0/steps/0/lockTimeoutMillis")
                .asInt())
        .isEqualTo(7_000);
  }
}
