package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class StandardsTest extends CliTest {
  private static final String REQUEST = "POST /projects/shop/environments/dev/standards/check";

  @Test
  void reads_like_the_findings_of_a_plan() {
    server.replies(REQUEST, 200, answer("standards"));

    Outcome outcome = run("standards", "check", "--ref", "v3");

    assertThat(outcome.out())
        .isEqualTo(
            """
            Standards of shop/dev at v3 (4f2a9c1b7d), what a plan would bring
            1 error, 2 warnings

            connection main
              ! error: table public.log has no primary key [missing-primary-key, table public.log]
                remedy: Declare one.
                see: docs/rules/missing-primary-key.md
              ! warning: table public.log is not in the plural [table-name, table public.log]
                remedy: Name it after what its rows are, together.
                see: docs/rules/table-name.md
              ! warning: column public.log.lines is not in the singular [column-name, column public.log.lines]
                remedy: Name it after the one value that a row has there.
                see: docs/rules/column-name.md

            connection other
              no standards: there is no standards.yaml that asks for any
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void asks_for_what_a_plan_would_bring_or_for_all() {
    server.replies(REQUEST, 200, answer("standards"));

    run("standards", "check", "--ref", "v3");
    assertThat(server.last().json()).isEqualTo(Json.object().put("ref", "v3").put("all", false));
    run("standards", "check", "--ref", "v3", "--all");
    assertThat(server.last().json().path("all").asBoolean()).isTrue();
  }

  @Test
  void ends_well_without_errors() {
    server.replies(REQUEST, 200, answer("standards").replace("\"errors\": 1", "\"errors\": 0"));

    assertThat(run("standards", "check", "--ref", "v3").code()).isZero();
  }

  @Test
  void a_plan_tells_how_much_the_project_minds() {
    String note =
        """
        "notes": [{"rule": "table-name", "object": "table public.log", "risk": "metadata_only",
          "message": "table public.log is not in the plural", "remedy": "Name it otherwise.",
          "severity": "error"}],
        """;
    String plan = answer("plan").replaceFirst("\"stages\":", note + "\"stages\":");
    server.replies("POST /projects/shop/environments/dev/plan", 200, plan);

    assertThat(run("plan", "--ref", "v3").out())
        .contains("standards: 1 error; an apply is refused\n")
        .contains("! error: table public.log is not in the plural");
    assertThat(run("plan", "--ref", "v3", "--format", "md").out())
        .contains("- standards: 1 `error`; **an apply is refused**")
        .contains("| `error` |");
  }
}
