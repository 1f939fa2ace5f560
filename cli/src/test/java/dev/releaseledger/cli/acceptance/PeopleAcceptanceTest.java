package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Who may do what, and whose word counts. */
class PeopleAcceptanceTest extends AcceptanceTest {

  private static final String APPLY = "apply --only schema --env dev --ref main";
  private static final String ORDERS = "create table orders (id int primary key, note text);\n";
  private static final String PAYMENTS = "create table payments (id int primary key);\n";

  private JsonNode proposed(String environment, String ref) {
    return as(
            "ada deployer",
            "apply --only schema --format json --env " + environment + " --ref " + ref)
        .exits(5)
        .json()
        .path("rollout");
  }

  @Test
  void k19_a_viewer_may_not_apply() {
    Database dev = environment("dev");
    repository.declare(ORDERS);
    enter("vera", "viewer");

    Outcome refused = as("vera viewer", APPLY + " --format json").exits(4);

    assertThat(refused.problem().path("status").asInt()).isEqualTo(403);
    assertThat(dev.columns()).isEmpty();
    as("vera viewer", "plan --env dev --ref main").exits(0);
  }

  @Test
  void k19_a_deployer_may_apply_but_only_an_admin_may_force() {
    Database dev = environment("dev");
    repository.declare(ORDERS);
    enter("ada", "deployer");
    as("ada deployer", APPLY).exits(0).prints("releaseId: rel_");
    repository.declare(PAYMENTS);
    var before = dev.catalogRows();

    as("ada deployer", APPLY + " --force").exits(4);

    assertThat(dev.catalogRows()).isEqualTo(before);
    ledgerctl(APPLY + " --force").exits(0);
    assertThat(dev.columns()).containsExactly("payments.id integer not null");
  }

  @Test
  void without_a_token_nothing_is_told() {
    environment("dev");

    as("nobody", "release list --env dev --token rl_guessed").exits(1).says("token");
  }

  @Test
  void an_apply_waits_until_somebody_else_has_approved_the_plan() {
    Database dev = environment("dev", 1);
    repository.declare(ORDERS);
    enter("ada", "deployer");
    enter("grace", "approver");
    JsonNode rollout = proposed("dev", "main");
    assertThat(dev.columns()).isEmpty();
    String id = rollout.path("id").asText();
    String digest = rollout.path("planDigest").asText();

    as("grace approver", "rollout approve " + id + " --digest " + digest).exits(0);
    as("ada deployer", APPLY).exits(0).prints("releaseId: rel_");

    assertThat(dev.columns()).contains("orders.note text");
    assertThat(events("dev"))
        .containsSubsequence("plan-proposed", "plan-approved", "apply-started", "release-advanced");
  }

  @Test
  void nobody_approves_a_plan_of_their_own() {
    Database dev = environment("dev", 1);
    repository.declare(ORDERS);
    enter("ada", "deployer");
    enter("ada", "approver");
    String id = proposed("dev", "main").path("id").asText();

    as("ada approver", "rollout approve " + id).exits(4).says("plan of their own");

    as("ada deployer", APPLY).exits(5);
    assertThat(dev.columns()).isEmpty();
  }

  @Test
  void one_person_counts_once() {
    Database dev = environment("dev", 2);
    repository.declare(ORDERS);
    enter("ada", "deployer");
    enter("grace", "approver");
    String id = proposed("dev", "main").path("id").asText();

    as("grace approver", "rollout approve " + id).exits(0);
    as("grace approver", "rollout approve " + id).exits(4);

    as("ada deployer", APPLY).exits(5);
    assertThat(dev.columns()).isEmpty();
  }

  @Test
  void an_approval_of_another_digest_does_not_count() {
    environment("dev", 1);
    repository.declare(ORDERS);
    enter("ada", "deployer");
    enter("grace", "approver");
    String id = proposed("dev", "main").path("id").asText();

    as("grace approver", "rollout approve " + id + " --digest sha256:" + "0".repeat(64))
        .exits(6)
        .says("sha256:0000");

    as("ada deployer", APPLY).exits(5);
  }

  @Test
  void an_approved_plan_is_void_once_the_environment_has_moved_on() {
    environment("dev", 1);
    String one = repository.declare(ORDERS);
    String other = repository.declare(ORDERS + PAYMENTS);
    enter("ada", "deployer");
    enter("grace", "approver");
    String first = proposed("dev", one).path("id").asText();
    as("grace approver", "rollout approve " + first).exits(0);
    String second = proposed("dev", other).path("id").asText();
    as("grace approver", "rollout approve " + second).exits(0);
    as("ada deployer", "rollout resume " + second).exits(0);

    as("ada deployer", "rollout resume " + first).exits(4);

    JsonNode rollout = ledgerctl("rollout show --format json " + first).json();
    assertThat(rollout.path("status").asText()).isEqualTo("invalidated");
  }

  @Test
  void an_approved_plan_is_stale_once_the_database_is_another_one() {
    Database dev = environment("dev", 1);
    String typed = "create type mood as enum ('sad');\n" + ORDERS;
    dev.execute(typed + "insert into orders values (1, 'fine'), (2, 'fine')");
    ledgerctl("env baseline --env dev").exits(0);
    enter("ada", "deployer");
    enter("grace", "approver");
    String harmless = repository.declare(typed + PAYMENTS);
    String id = proposed("dev", harmless).path("id").asText();
    as("grace approver", "rollout approve " + id).exits(0);
    // Fails in its second stage, so that its first one stays.
    String broken =
        repository.declare(
            "create type mood as enum ('sad', 'glad');\n"
                + ORDERS
                + "alter table orders add exclude using btree (note with =);");
    String failing = proposed("dev", broken).path("id").asText();
    as("grace approver", "rollout approve " + failing).exits(0);
    as("ada deployer", "rollout resume " + failing).exits(1);

    as("ada deployer", "rollout resume " + id).exits(6).says("does not hold any more");

    assertThat(dev.columns()).noneMatch(column -> column.startsWith("payments"));
  }

  @Test
  void a_rejected_plan_does_not_run() {
    Database dev = environment("dev", 1);
    repository.declare(ORDERS);
    enter("ada", "deployer");
    enter("grace", "approver");
    String id = proposed("dev", "main").path("id").asText();

    as("grace approver", "rollout reject " + id + " --reason 'not on a Friday'").exits(0);

    as("ada deployer", "rollout resume " + id).exits(4);
    assertThat(dev.columns()).isEmpty();
  }

  @Test
  void a_frozen_environment_is_not_applied_to() {
    Database dev = environment("dev");
    repository.declare(ORDERS);
    ledgerctl("env freeze --env dev --reason 'year end'").exits(0);

    ledgerctl(APPLY).exits(4).says("year end");
    assertThat(dev.columns()).isEmpty();

    ledgerctl("env unfreeze --env dev --reason 'books closed'").exits(0);
    ledgerctl(APPLY).exits(0);
  }

  @Test
  void a_deploy_never_applies_a_schema() {
    Database dev = environment("dev");
    repository.declare(ORDERS);

    ledgerctl(APPLY + " --trigger deploy").exits(4);

    assertThat(dev.columns()).isEmpty();
    awaitLast("dev", "apply-refused");
  }

  @Test
  void every_event_names_who_did_it() {
    environment("dev");
    repository.declare(ORDERS);
    enter("ada", "deployer");
    as("ada deployer", APPLY).exits(0);

    JsonNode events = timeline("dev");

    assertThat(events.get(0).path("actor").asText()).isEqualTo("admin");
    assertThat(events.get(events.size() - 1).path("actor").asText()).isEqualTo("ada." + project);
  }
}
