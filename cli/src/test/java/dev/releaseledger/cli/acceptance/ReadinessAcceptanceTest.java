package dev.releaseledger.cli.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether a release is ready, as far as the ledger and the files of a pipeline tell. */
class ReadinessAcceptanceTest extends Governed {

  private static final String ONE_APPROVAL =
      """
      marked: development
      approvals:
        required: 1
      """;

  private static final List<String> OF_PIPELINE =
      List.of("local_matrix", "correctness", "reliability", "performance_lab", "ux");

  private void give(String domain, String json) throws IOException {
    Files.writeString(home.resolve(domain + ".json"), json);
  }

  private String given() {
    return OF_PIPELINE.stream()
        .map(domain -> " --artifact %s=%s.json".formatted(domain, domain))
        .reduce("", String::concat);
  }

  private void everyFilePasses() throws IOException {
    for (String domain : OF_PIPELINE) {
      give(domain, "{\"passed\": true, \"summary\": \"fine\"}");
    }
  }

  private String readiness(String options) {
    return "evidence readiness --env prod --output-dir out --format json" + options;
  }

  private static List<String> blockers(JsonNode report) {
    return report.path("blockers").valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> blockers(JsonNode report, String domain) {
    return report
        .path("items")
        .valueStream()
        .filter(item -> item.path("domain").asText().equals(domain))
        .flatMap(item -> blockers(item).stream())
        .toList();
  }

  /** Ada brings a name to production, and Grace approves it. */
  private String approvedAndReleased() {
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String rollout = waiting("");
    approvedByGrace(rollout);
    as(ADA, "rollout resume " + rollout).exits(0);
    return rollout;
  }

  private static String digest(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void a_release_that_was_approved_and_arrived_is_ready_with_the_files_of_the_pipeline()
      throws Exception {
    released("prod");
    String rollout = approvedAndReleased();
    everyFilePasses();
    give(
        "local_matrix",
        """
        {"passed": true, "cases": [
          {"source": "a", "sink": "b", "strategy": "c", "row_count": 5, "wide_columns": 9}]}
        """);

    JsonNode report = ledgerctl(readiness(given() + " --case a:b:c")).exits(0).json();

    assertThat(blockers(report)).isEmpty();
    assertThat(report.path("passed").asBoolean()).isTrue();
    assertThat(report.path("level").asText()).isEqualTo("industrial_ready");
    assertThat(report.path("score").asDouble()).isEqualTo(100.0);
    assertThat(report.path("release").asText()).isEqualTo(current("prod"));
    assertThat(report.path("matrix").path("max_column_count").asInt()).isEqualTo(9);
    assertThat(Files.readString(home.resolve("out/industrial_readiness.json"), UTF_8))
        .contains("\"level\": \"industrial_ready\"");
    assertThat(home.resolve("out/industrial_readiness.md")).exists();
    assertThat(home.resolve("out/deployment_record_%s.json".formatted(rollout))).exists();
    for (JsonNode item : report.path("items")) {
      assertThat(digest(home.resolve(item.path("path").asText())))
          .as(item.path("domain").asText())
          .isEqualTo(item.path("sha256").asText());
    }
  }

  @Test
  void what_the_ledger_wrote_about_it_is_what_rollout_artifacts_writes() throws Exception {
    released("prod");
    String rollout = approvedAndReleased();

    ledgerctl(readiness("")).exits(4);
    ledgerctl("rollout artifacts %s --artifact-dir others".formatted(rollout)).exits(0);

    try (Stream<Path> files = Files.list(home.resolve("out"))) {
      List<Path> shared = files.filter(it -> it.toString().contains(rollout)).toList();
      assertThat(shared).hasSize(4);
      for (Path file : shared) {
        assertThat(home.resolve("others").resolve(file.getFileName()))
            .hasSameTextualContentAs(file);
      }
    }
  }

  @Test
  void what_is_not_given_is_missing_and_the_release_is_refused() {
    released("prod");
    String _ = approvedAndReleased();

    JsonNode report = ledgerctl(readiness("")).exits(4).json();

    assertThat(blockers(report))
        .containsExactly(
            "local_matrix.missing",
            "correctness.missing",
            "reliability.missing",
            "performance_lab.missing",
            "ux.missing");
    assertThat(report.path("score").asDouble()).isEqualTo(28.57);
    assertThat(report.path("level").asText()).isEqualTo("blocked");
  }

  @Test
  void only_what_is_required_has_to_be_there() {
    released("prod");
    String rollout = approvedAndReleased();

    ledgerctl(readiness(" --required governance,schema_evolution")).exits(0);
    ledgerctl(readiness(" --required governance --rollout " + rollout)).exits(0);
  }

  @Test
  void a_release_that_nobody_had_to_approve_is_not_governed() {
    released("prod");

    JsonNode report =
        ledgerctl(readiness(" --required governance,schema_evolution")).exits(4).json();

    assertThat(blockers(report)).containsExactly("governance.not_passed");
    assertThat(blockers(report, "governance")).contains("approval.approvers_missing");
  }

  @Test
  void a_rollout_that_waits_is_not_ready() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String rollout = waiting("");

    JsonNode report = ledgerctl(readiness(" --rollout " + rollout)).exits(4).json();

    assertThat(report.path("release").asText()).isEqualTo(rollout);
    assertThat(blockers(report, "governance"))
        .contains("approval.quorum_not_met", "deployment.missing");
    assertThat(blockers(report, "schema_evolution")).contains("schema_evolution.status_proposed");
  }

  @Test
  void drift_takes_readiness_away_and_gives_it_back() {
    Database prod = released("prod");
    String _ = approvedAndReleased();
    String ledger = " --required governance,schema_evolution";
    prod.execute("alter table users add column nick text");
    ledgerctl("drift check --env prod").exits(3);

    assertThat(blockers(ledgerctl(readiness(ledger)).exits(4).json(), "schema_evolution"))
        .containsExactly("schema_evolution.drift_now");

    prod.execute("alter table users drop column nick");
    ledgerctl("drift check --env prod").exits(0);
    ledgerctl(readiness(ledger)).exits(0);
  }

  @Test
  void an_emergency_is_ready_once_somebody_else_found_it_right() {
    released("prod");
    policy("prod", ONE_APPROVAL);
    repository.declare(WITH_NAME);
    String rollout = waiting("");
    as(OSCAR, "rollout emergency %s --reason 'orders are lost'".formatted(rollout)).exits(0);
    String ledger = " --required governance,schema_evolution";

    assertThat(blockers(ledgerctl(readiness(ledger)).exits(4).json(), "governance"))
        .contains("approval.emergency_not_reviewed", "gate.passed_over:approvals");

    as(GRACE, "rollout review %s --justified --reason right".formatted(rollout)).exits(0);
    ledgerctl(readiness(ledger)).exits(0);
  }

  @Test
  void a_release_that_was_adopted_has_no_evidence_in_the_ledger() {
    Database prod = environment("prod");
    prod.execute("create table users (id bigint primary key)");
    ledgerctl("env baseline --env prod").exits(0);

    JsonNode report =
        ledgerctl(readiness(" --required governance,schema_evolution")).exits(4).json();

    assertThat(blockers(report)).containsExactly("governance.missing", "schema_evolution.missing");
  }

  @Test
  void what_does_not_exist_is_told() {
    environment("prod");

    ledgerctl(readiness("")).exits(1).says("no-release");
    repository.declare(USERS);
    String _ = release("prod", "main");
    ledgerctl(readiness(" --release rel_none")).exits(1).says("unknown-release");
    ledgerctl(readiness(" --rollout rol_none")).exits(1).says("unknown-rollout");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void a_file_cannot_stand_in_for_the_ledger() throws IOException {
    released("prod");
    give("governance", "{\"passed\": true}");

    ledgerctl(readiness(" --artifact governance=governance.json"))
        .exits(1)
        .says("invalid-value", "which the ledger tells itself");
  }

  @Test
  void what_cannot_be_read_is_in_the_report() throws IOException {
    released("prod");
    give("ux", "{\"passed\": true, \"passed\": true}");
    give("correctness", "[]");
    give("reliability", "{\"passed\": true, \"production_certification\": true}");

    JsonNode report =
        ledgerctl(
                readiness(
                    " --artifact ux=ux.json --artifact correctness=correctness.json"
                        + " --artifact reliability=reliability.json"
                        + " --artifact performance_lab=none.json"))
            .exits(4)
            .json();

    assertThat(blockers(report, "ux")).containsExactly("artifact.unreadable");
    assertThat(blockers(report, "correctness")).containsExactly("artifact.non_object");
    assertThat(blockers(report, "reliability"))
        .containsExactly("artifact.self_asserted_certification");
    assertThat(blockers(report, "performance_lab")).containsExactly("artifact.unreadable");
    assertThat(report.path("items").path(3).path("sha256").asText()).isEqualTo("0".repeat(64));
    assertThat(blockers(report))
        .contains("ux.not_passed", "correctness.not_passed", "reliability.not_passed");
  }
}
