package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.applying.Point;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The ways that a rollout can go, each of which its evidence has to tell and to prove. */
@Execution(ExecutionMode.SAME_THREAD)
class EvidenceStoriesAcceptanceTest extends Exported {

  private static final String ONE_APPROVAL =
      """
      marked: development
      approvals:
        required: 1
      """;

  /** The evidence of a rollout, which has to verify. */
  private SortedMap<String, byte[]> proven(String rollout) {
    SortedMap<String, byte[]> files = files(export("r.zip", "--rollout " + rollout));
    verified("r.zip", "").exits(0);
    return files;
  }

  private String applied(String environment) {
    ledgerctl(apply(environment)).exits(0);
    return rollout(environment).path("id").asText();
  }

  @Test
  void a_release_after_the_pointer_was_moved_back_is_verified() {
    released("prod");
    String first = current("prod");
    repository.declare(WITH_NAME);
    String _ = release("prod", "main");
    ledgerctl("release rollback --env prod --to-release-id %s --reason 'not yet'".formatted(first))
        .exits(0);
    repository.declare(WITH_NAME + "create table payments (id bigint primary key);\n");

    SortedMap<String, byte[]> files = proven(applied("prod"));

    assertThat(predicate(files).path("previousRelease").path("id").asText()).isEqualTo(first);
    // The databases had what the second release left, whatever the pointer said.
    assertThat(text(files, "artifacts/snapshot-before/main.json")).contains("\"name\"");
  }

  @Test
  void a_release_that_the_pointer_was_moved_back_to_is_the_rollout_that_led_to_it() {
    released("prod");
    String first = current("prod");
    String rollout = rollout("prod").path("id").asText();
    repository.declare(WITH_NAME);
    String _ = release("prod", "main");
    ledgerctl("release rollback --env prod --to-release-id %s --reason 'not yet'".formatted(first))
        .exits(0);

    SortedMap<String, byte[]> files = files(export("r.zip", "--release " + first));

    verified("r.zip", "").exits(0);
    assertThat(predicate(files).path("change").path("id").asText()).isEqualTo(rollout);
  }

  @Test
  void a_release_that_no_rollout_led_to_here_is_refused() {
    released("staging");
    Database prod = environment("prod");
    prod.execute(USERS);
    ledgerctl("env baseline --env prod").exits(0);

    ledgerctl("evidence export --env prod --output r.zip --release " + current("prod"))
        .exits(4)
        .says("nothing-released", "no rollout led to it");
  }

  @Test
  void an_emergency_is_verified_before_and_after_its_review() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String id = waiting("");
    as(OSCAR, "rollout emergency " + id + " --reason 'the shop is down'").exits(0);

    SortedMap<String, byte[]> before = proven(id);
    as(GRACE, "rollout review " + id + " --justified --reason 'it was down'").exits(0);
    SortedMap<String, byte[]> after = proven(id);

    assertThat(predicate(before).path("change").path("emergency").asBoolean()).isTrue();
    assertThat(predicate(before).path("gate").path("verdict").asText()).isEqualTo("overridden");
    assertThat(text(after, "report.md")).contains("it was down");
  }

  @Test
  void an_approval_that_was_taken_back_is_told_and_another_counts() {
    released("prod");
    person("robert", "approver");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String id = waiting("");
    approvedByGrace(id);
    as(GRACE, "rollout withdraw " + id + " --reason 'not sure'").exits(0);
    as("robert approver", "rollout defer " + id + " --reason 'after lunch'").exits(0);
    as("robert approver", "rollout approve " + id).exits(0);
    as(ADA, "rollout resume " + id).exits(0);

    SortedMap<String, byte[]> files = proven(id);

    assertThat(predicate(files).path("approvals").size()).isEqualTo(2);
  }

  @Test
  void gates_that_were_waived_and_what_people_wrote_do_not_get_in_the_way() {
    released("prod");
    policy("prod", ONE_APPROVAL + "gates:\n  scope: [public.users]\n");
    repository.declare(WITH_NAME + "create table payments (id bigint primary key);\n");
    String id = waiting("");
    approvedByGrace(id);
    as(ADA, "rollout comment " + id + " 'is it \"used\"?'").exits(0);
    as(ADA, "rollout note " + id + " --kind verification --text 'count the rows'").exits(0);
    as(ADA, "rollout resume " + id).exits(4).says("scope-frozen");
    enter("grace", "admin");
    as("grace admin", "rollout waive " + id + " --gate scope --reason agreed").exits(0);
    as(ADA, "rollout resume " + id).exits(0);
    as(ADA, "rollout note " + id + " --kind incident --text 'none'").exits(0);

    SortedMap<String, byte[]> files = proven(id);

    assertThat(text(files, "report.md")).contains("count the rows", "agreed");
  }

  @Test
  void a_change_in_several_stages_is_verified() {
    // Where there are rows, an index is built without keeping anybody waiting: by itself.
    released("prod").execute("insert into users (id) values (1)");
    repository.declare(WITH_NAME + "create index users_phone on users (phone);\n");

    SortedMap<String, byte[]> files = proven(applied("prod"));

    assertThat(text(files, "artifacts/script/plan.sql")).contains("-- stage 2");
  }

  @Test
  void drift_between_the_apply_and_the_release_is_told() {
    Database prod = released("prod");
    repository.declare(WITH_NAME);
    Interference.onceAt(
        project, Point.COMMITTED, () -> prod.execute("create table intruder (id int)"));
    ledgerctl(apply("prod")).exits(3);
    String id = rollout("prod").path("id").asText();
    prod.execute("drop table intruder");
    ledgerctl("rollout resume " + id).exits(0);

    SortedMap<String, byte[]> files = proven(id);

    assertThat(files).containsKey("artifacts/drift/0001.json");
  }

  @Test
  void an_apply_that_was_interrupted_and_gone_on_with_is_verified() {
    released("prod");
    repository.declare(WITH_NAME);
    Interference.onceAt(
        project,
        Point.COMMITTED,
        () -> {
          throw new IllegalStateException("the runner is gone");
        });
    // The service goes on by itself.
    String id = applied("prod");

    assertThat(events("prod")).contains("apply-resumed");
    assertThat(text(proven(id), "report.md")).contains("resumed");
  }

  @Test
  void what_follows_a_failed_apply_is_verified_and_the_failure_has_no_evidence() {
    Database prod = released("prod");
    prod.execute("insert into users (id) values (1)");
    repository.declare(USERS.replace("fax text", "fax text not null"));
    ledgerctl(apply("prod") + " --force").exits(1);
    String failed = rollout("prod").path("id").asText();

    ledgerctl("evidence export --env prod --output f.zip --rollout " + failed)
        .exits(4)
        .says("nothing-released");

    repository.declare(WITH_NAME);
    proven(applied("prod"));
  }

  @Test
  void several_databases_are_proven_together() {
    repository.commit(Map.of("main/a.sql", USERS, "audit/a.sql", "create table log (id int);"));
    String two = project + "-two";
    ledgerctl(
            "project create --repo repository --connection main=main --connection audit=audit"
                + " --project "
                + two)
        .exits(0);
    ledgerctl(
            "env create --project %1$s --env prod --url main=embedded:%2$s_m --url audit=embedded:%2$s_a"
                .formatted(two, project))
        .exits(0);
    String options = " --project " + two;
    ledgerctl(apply("prod") + options).exits(0);
    repository.commit(Map.of("main/a.sql", WITH_NAME));
    JsonNode second =
        ledgerctl(apply("prod") + " --format json" + options).exits(0).json().path("rollout");

    SortedMap<String, byte[]> files = proven(second.path("id").asText() + options);

    assertThat(files)
        .containsKeys(
            "artifacts/snapshot-before/audit.json",
            "artifacts/snapshot-before/main.json",
            "artifacts/snapshot-after/audit.json");
  }
}
