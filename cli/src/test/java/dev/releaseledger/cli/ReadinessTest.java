package dev.releaseledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessTest extends CliTest {

  private static final String CALL = "POST /projects/shop/environments/dev/readiness";

  @BeforeEach
  void anAnswer() {
    server.replies(CALL, 200, answer("readiness"));
  }

  @Test
  void a_report_is_told_domain_by_domain_and_written() {
    Outcome outcome = run("evidence", "readiness", "--output-dir", "out");

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(4);
    assertThat(outcome.out())
        .isEqualTo(
            """
            rel_1: release_candidate, score 85.71

            DOMAIN            PASSED  ARTIFACT                   BLOCKERS       SUMMARY
            correctness       yes     c.json                                    All rows compared.
            ux                no                                 ux.missing     There is no artifact.
            schema_evolution  no      out/schema_evolution.json  one, and more  Two lines

            blocked by ux.missing
            blocked by schema_evolution.not_passed
              what to do: give what is missing with --artifact DOMAIN=FILE, or name the domains that have to pass with --required

            Wrote out/industrial_readiness.json and out/industrial_readiness.md
            """);
    assertThat(home.resolve("out/industrial_readiness.json")).hasContent("{}");
    assertThat(home.resolve("out/governance.json")).hasContent("{\"passed\": true}");
  }

  @Test
  void machines_get_the_report() throws IOException {
    Outcome outcome = run("evidence", "readiness", "--output-dir", "out", "--format", "json");

    assertThat(Json.read(outcome.out())).isEqualTo(Json.read(answer("readiness")).path("report"));
  }

  @Test
  void what_is_ready_ends_with_0() {
    server.replies(
        "POST /projects/shop/environments/prod/readiness",
        200,
        "{\"report\": {\"release\": \"rel_1\", \"passed\": true, \"level\": \"industrial_ready\"},"
            + " \"files\": []}");

    assertThat(run("evidence", "readiness", "--env", "prod", "--output-dir", "out").code())
        .isZero();
  }

  @Test
  void files_go_to_the_service_byte_by_byte() throws IOException {
    Files.write(home.resolve("c.json"), new byte[] {'{', (byte) 0xff, '}'});

    Outcome _ =
        run(
            "evidence",
            "readiness",
            "--release",
            "rel_1",
            "--artifact",
            "correctness=c.json",
            "--artifact",
            "ux=there/is=none.json",
            "--case",
            "a:b:c",
            "--case",
            "d:e:f",
            "--required",
            "ux,correctness",
            "--required",
            "governance",
            "--output-dir",
            "out");

    JsonNode body = server.last().json();
    assertThat(body.path("release").asText()).isEqualTo("rel_1");
    assertThat(body.has("rollout")).isFalse();
    assertThat(body.path("outputDir").asText()).isEqualTo("out");
    assertThat(body.path("cases").toString()).isEqualTo("[\"a:b:c\",\"d:e:f\"]");
    assertThat(body.path("required").toString())
        .isEqualTo("[\"ux\",\"correctness\",\"governance\"]");
    assertThat(Base64.getDecoder().decode(body.path("artifacts").path(0).path("content").asText()))
        .containsExactly('{', 0xff, '}');
    assertThat(body.path("artifacts").path(1).toString())
        .isEqualTo("{\"domain\":\"ux\",\"path\":\"there/is=none.json\"}");
  }

  @Test
  void a_release_or_a_rollout_is_named_and_not_both() {
    Outcome outcome =
        run("evidence", "readiness", "--release", "r", "--rollout", "r", "--output-dir", "out");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ux", "=ux.json", "ux=", ""})
  void an_artifact_is_a_domain_and_a_file(String option) {
    Outcome outcome = run("evidence", "readiness", "--artifact", option, "--output-dir", "out");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("DOMAIN=FILE");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_a_problem_that_names_its_option() throws IOException {
    Files.writeString(home.resolve("out"), "no folder", UTF_8);

    Outcome outcome = run("evidence", "readiness", "--output-dir", "out");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("unwritable-artifact", "--output-dir");
  }
}
