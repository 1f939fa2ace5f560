package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the readiness endpoint takes, and what it does not. */
class ReadinessApiTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final String PATH = "/api/v1/projects/readyshop/environments/prod/readiness";

  @BeforeAll
  static void aRelease() {
    Ledger ledger = SERVICE.the(Ledger.class);
    ledger.record(
        new CreateProject(
            "readyshop", "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    Operator operator = new Operator(ledger, "readyshop", "prod");
    operator.create(1);
    operator.baseline("fp:ready");
  }

  private static Answer post(String body) {
    return SERVICE.call(Role.VIEWER, "POST", PATH, body);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> blockers(JsonNode node) {
    return node.path("blockers").valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void what_the_ledger_contributes_can_be_read_alone() {
    Answer answer = SERVICE.call(Role.VIEWER, "GET", PATH, "");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("release").asText()).startsWith("rel_");
    assertThat(answer.json().path("position").asLong()).isPositive();
    assertThat(answer.json().path("rollouts")).isEmpty();
    assertThat(answer.json().path("files")).isEmpty();
    assertThat(answer.json().path("items").valueStream().map(it -> it.path("domain").asText()))
        .containsExactly("governance", "schema_evolution");
  }

  @Test
  void everything_is_required_where_nothing_is_said() {
    JsonNode report = post("{}").json().path("report");

    assertThat(blockers(report)).hasSize(7).allMatch(it -> it.endsWith(".missing"));
    assertThat(report.path("score").asDouble()).isZero();
    assertThat(report.path("output_dir").asText()).isEqualTo(".");
  }

  @Test
  void what_is_given_is_judged_beside_the_ledger() {
    Answer answer =
        post(
            """
            {"required": ["ux", "correctness"], "cases": ["a:b:c"], "outputDir": "out",
             "artifacts": [
               {"domain": "ux", "path": "ux.json", "content": "%s"},
               {"domain": "correctness", "path": "c.json"}]}
            """
                .formatted(base64("{\"passed\": true}")));

    JsonNode report = answer.json().path("report");
    assertThat(blockers(report))
        .containsExactly("correctness.not_passed", "local_matrix.case_missing:a:b:c");
    assertThat(report.path("score").asDouble()).isEqualTo(50.0);
    assertThat(answer.json().path("files").valueStream().map(file -> file.path("name").asText()))
        .containsExactly("industrial_readiness.json", "industrial_readiness.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"required\": [\"magic\"]} | required",
        "{\"required\": [null]} | required",
        "{\"cases\": [\"a:b\"]} | cases",
        "{\"cases\": [null]} | cases",
        "{\"release\": \"rel_1\", \"rollout\": \"rol_1\"} | rollout",
        "{\"artifacts\": [{\"path\": \"x\"}]} | artifacts.domain",
        "{\"artifacts\": [null]} | artifacts",
        "{\"artifacts\": [{\"domain\": \"ux\"}]} | artifacts.path",
        "{\"artifacts\": [{\"domain\": \"schema_evolution\", \"path\": \"x\"}]} | artifacts.domain",
        "{\"artifacts\": [{\"domain\": \"ux\", \"path\": \"x\", \"content\": \"?\"}]}"
            + " | artifacts.content",
        "{\"artifacts\": [{\"domain\": \"ux\", \"path\": \"x\"},"
            + " {\"domain\": \"ux\", \"path\": \"y\"}]} | artifacts.domain"
      })
  void what_makes_no_sense_is_named(String body, String field) {
    Answer answer = post(body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  void a_file_that_is_too_long_is_refused() {
    String content = Base64.getEncoder().encodeToString(new byte[4 * 1024 * 1024 + 1]);

    Answer answer =
        post(
            "{\"artifacts\": [{\"domain\": \"ux\", \"path\": \"x\", \"content\": \"%s\"}]}"
                .formatted(content));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("4 MiB");
  }

  @ParameterizedTest
  @CsvSource({
    "?release=rel_none, unknown-release",
    "?rollout=rol_none, unknown-rollout",
    "?release=a&rollout=b, invalid-value"
  })
  void what_does_not_exist_is_told(String query, String problem) {
    Answer answer = SERVICE.call(Role.VIEWER, "GET", PATH + query, "");

    assertThat(answer.json().path("type").asText()).endsWith(problem);
  }

  @Test
  void an_environment_that_does_not_exist_is_told() {
    assertThat(
            Stream.of("GET", "POST")
                .map(method ->
                    SERVICE
                        .call(Role.ADMIN, method, PATH.replace("readyshop", "noshop"), "{}")
                        .json()
                        .path("type")
                        .asText()))
        .allMatch(type -> type.endsWith("unknown-environment"));
  }
}
