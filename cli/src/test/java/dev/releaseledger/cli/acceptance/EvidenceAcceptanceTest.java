package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** From a real rollout to a file that convinces somebody who has no access to the service. */
@Execution(ExecutionMode.SAME_THREAD)
class EvidenceAcceptanceTest extends Exported {

  private static final String ASKED_FOR = "\"requestedRef\":\"main\"";
  private static final String INSTEAD = "\"requestedRef\":\"mine\"";
  private static final String POLICY =
      """
      marked: development
      approvals:
        required: 1
      separation_of_duties: [requester_approves]
      """;

  /** A release that somebody asked for and somebody else approved; answers with its rollout. */
  private String approvedRelease() {
    released("prod");
    policy("prod", POLICY);
    repository.declare(WITH_NAME);
    String id = waiting("--reason 'names are needed'");
    as(ADA, "rollout ticket " + id + " SHOP-7").exits(0);
    as(ADA, "rollout test " + id + " --kind suite --passed --reference https://ci.example/7")
        .exits(0);
    approvedByGrace(id);
    as(ADA, "rollout resume " + id).exits(0);
    return id;
  }

  private long positionOfLast(String event) {
    return timeline("prod")
        .valueStream()
        .filter(it -> it.path("type").asText().equals(event))
        .reduce((first, second) -> second)
        .orElseThrow()
        .path("position")
        .asLong();
  }

  private int lastSize() {
    return ledgerctl("evidence checkpoint --format json").exits(0).json().path("size").asInt();
  }

  @Test
  void a_release_is_verified_by_somebody_who_has_only_the_files() {
    String rollout = approvedRelease();

    SortedMap<String, byte[]> files = files(export("r.zip", "--rollout " + rollout));

    verified("r.zip", "").exits(0);
    assertThat(files)
        .containsKeys(
            "artifacts/plan/plan.json",
            "artifacts/script/plan.sql",
            "artifacts/rollback/rollback.sql",
            "artifacts/rehearsal/rehearsal.json",
            "artifacts/policy/policy.json",
            "artifacts/snapshot-before/main.json",
            "artifacts/snapshot-after/main.json",
            "report.html",
            "report.pdf",
            "report.md",
            "oscal-ar.json");
    JsonNode said = predicate(files);
    assertThat(said.path("change").path("ticket").asText()).isEqualTo("SHOP-7");
    assertThat(said.path("approvals").size()).isEqualTo(1);
    assertThat(said.path("separationOfDuties").path("rule").asText())
        .isEqualTo("requester_approves");
    assertThat(said.path("tests").path(1).path("uri").asText()).isEqualTo("https://ci.example/7");
    assertThat(said.has("window")).isFalse();
    assertThat(said.path("rollback").path("tested").asBoolean()).isTrue();
  }

  @Test
  void a_release_is_named_by_itself_too() {
    String rollout = approvedRelease();

    SortedMap<String, byte[]> files = files(export("r.zip", "--release " + current("prod")));

    assertThat(predicate(files).path("change").path("id").asText()).isEqualTo(rollout);
  }

  @Test
  void the_first_release_of_an_environment_without_a_policy_has_evidence() {
    released("prod");

    SortedMap<String, byte[]> files = files(export("r.zip", "--release " + current("prod")));

    verified("r.zip", "").exits(0);
    assertThat(predicate(files).has("previousRelease")).isFalse();
    assertThat(predicate(files).path("approvals").size()).isZero();
  }

  @Test
  void under_one_checkpoint_the_evidence_is_the_same_to_the_byte() {
    String rollout = approvedRelease();
    export("first.zip", "--rollout " + rollout);
    int size = lastSize();

    byte[] one = export("one.zip", "--rollout %s --checkpoint %d".formatted(rollout, size));
    byte[] other = export("other.zip", "--rollout %s --checkpoint %d".formatted(rollout, size));

    assertThat(other).isEqualTo(one);
    assertThat(
            timeline("prod")
                .valueStream()
                .filter(event -> event.path("type").asText().equals("evidence-exported")))
        .hasSize(3);
  }

  @Test
  void what_goes_on_from_an_older_file_is_shown_to_do_so() {
    String rollout = approvedRelease();
    ledgerctl("evidence checkpoint --output kept").exits(0);
    repository.declare(USERS);
    export("r.zip", "--rollout " + rollout);
    export("later.zip", "--from 0");

    verified("later.zip", "--against kept").exits(0);
    verified("later.zip", "--against r.zip").exits(0);
  }

  @Test
  void names_are_told_only_where_somebody_says_so() {
    String rollout = approvedRelease();

    String without = text(files(export("r.zip", "--rollout " + rollout)), "report.md");
    SortedMap<String, byte[]> with = files(export("n.zip", "--names --rollout " + rollout));

    assertThat(without).doesNotContain("grace").contains("act_");
    assertThat(text(with, "report.md")).contains("grace");
    assertThat(text(with, "disclosures.json")).contains("grace." + project);
    verified("n.zip", "").exits(0);
  }

  @Test
  void an_event_that_an_administrator_has_edited_is_found_out() {
    String rollout = approvedRelease();
    export("before.zip", "--rollout " + rollout);
    Database ledger = ledger().administration("ledger");
    String edit =
        "alter table ledger_event disable trigger append_only;"
            + "set session_replication_role = replica; update ledger_event set payload ="
            + " replace(payload, '%s', '%s') where payload like '%%%s%%' and name ="
            + " 'plan-proposed';"
            + "alter table ledger_event enable always trigger append_only";

    ledger.execute(edit.formatted(ASKED_FOR, INSTEAD, rollout));
    try {
      export("after.zip", "--rollout " + rollout);

      verified("after.zip", "").exits(7).prints("not what was logged");
      verified("before.zip", "").exits(0);
    } finally {
      ledger.execute(edit.formatted(INSTEAD, ASKED_FOR, rollout));
    }
  }

  @Test
  void a_text_that_an_administrator_has_edited_is_found_out() {
    String rollout = approvedRelease();
    Database ledger = ledger().administration("ledger");
    String edit = "update free_text set text = '%s' where text = '%s'";

    ledger.execute(edit.formatted("nobody asked", "names are needed"));
    try {
      ledgerctl("evidence verify --live").exits(7).prints("texts");
      assertThat(timeline("prod").toString())
          .contains("(altered after it was recorded)")
          .doesNotContain("nobody asked");
      export("r.zip", "--rollout " + rollout);
      verified("r.zip", "").exits(7).prints("not the one that was committed to");
    } finally {
      ledger.execute(edit.formatted("names are needed", "nobody asked"));
    }
  }

  @Test
  void a_period_has_every_release_and_every_exception() {
    String from = String.valueOf(lastSize());
    String rollout = approvedRelease();
    repository.declare(WITHOUT_FAX);
    as(ADA, apply("prod")).exits(4).says("destructive-without-force");
    awaitLast("prod", "apply-refused");

    SortedMap<String, byte[]> files =
        files(export("p.zip", "--from " + from + " --sample 1 --seed audit-1"));

    verified("p.zip", "").exits(0);
    assertThat(text(files, "releases.csv").lines()).hasSize(3).anyMatch(it -> it.contains(rollout));
    assertThat(text(files, "sample.csv").lines()).hasSize(2);
    assertThat(text(files, "exceptions.csv")).contains("destructive-without-force");
  }

  @Test
  void a_period_between_two_instants_covers_them() {
    String rollout = approvedRelease();
    String before = Instant.now().toString();

    SortedMap<String, byte[]> files = files(export("p.zip", "--from 2020-01-01 --to " + before));

    verified("p.zip", "").exits(0);
    assertThat(text(files, "releases.csv")).contains(rollout);
  }

  @Test
  void a_rollout_that_waits_has_no_evidence_yet() {
    released("prod");
    policy("prod", POLICY);
    repository.declare(WITH_NAME);
    String rollout = waiting("");

    ledgerctl("evidence export --env prod --output r.zip --rollout " + rollout)
        .exits(4)
        .says("nothing-released");
    assertThat(home.resolve("r.zip")).doesNotExist();
  }

  @Test
  void evidence_with_a_secret_in_it_does_not_get_out() {
    String rollout = approvedRelease();
    as(ADA, "rollout comment " + rollout + " 'see jdbc:postgresql://app:hunter2@db.example/shop'")
        .exits(0);

    Outcome refused =
        ledgerctl("evidence export --env prod --output r.zip --rollout " + rollout).exits(4);

    refused.says("secret-in-evidence", "disclosures.json:1: an address with a password");
    assertThat(refused.err() + refused.out()).doesNotContain("hunter2");
    assertThat(home.resolve("r.zip")).doesNotExist();
    ledgerctl("text erase " + positionOfLast("plan-commented")).exits(0);
    export("r.zip", "--rollout " + rollout);
    verified("r.zip", "").exits(0);
  }

  @Test
  void a_declaration_with_a_password_in_it_is_not_planned() {
    released("prod");
    repository.declare(
        USERS
            + "create function peer() returns text language sql as\n"
            + "$$ select 'host=db dbname=shop user=app password=hunter2' $$;\n");

    Outcome refused = ledgerctl("plan --env prod --ref main").exits(4);

    refused.says("secret-in-declaration", "schema/schema.sql:3");
    assertThat(refused.err() + refused.out()).doesNotContain("hunter2");
  }
}
