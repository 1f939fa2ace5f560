package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest extends CliTest {
  private static final String APPLY = "POST /projects/shop/environments/dev/apply";

  @ParameterizedTest
  @CsvSource({
    "invalid, 400, 1",
    "not_found, 404, 1",
    "unauthorized, 401, 1",
    "forbidden, 403, 4",
    "refused, 409, 4",
    "waiting, 409, 5",
    "stale, 409, 6",
    "drift, 409, 3",
    "unreachable, 503, 69",
    "fault, 500, 1"
  })
  void end_with_the_exit_code_of_their_category(String category, int status, int code) {
    server.replies("GET /whoami", status, problem(category));

    assertThat(run("whoami").code()).isEqualTo(code);
  }

  @Test
  void say_what_happened_why_what_to_do_and_where_more_is_written() {
    server.replies(
        APPLY,
        409,
        """
        {"type": "/problems/destructive-change", "title": "The plan destroys data", "status": 409,
         "detail": "Applying v3 to shop/dev would drop what cannot be brought back.",
         "remedy": "Read the plan, then apply it with --force.", "category": "refused",
         "operations": ["drop column public.customers.fax"]}
        """);

    Outcome outcome = run("apply", "--ref", "v3");

    assertThat(outcome.err())
        .isEqualTo(
            """
            error: The plan destroys data
              Applying v3 to shop/dev would drop what cannot be brought back.
                drop column public.customers.fax  requires --force
              what to do: Read the plan, then apply it with --force.
              see:  docs/problems/destructive-change.md
            """);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void name_every_difference_of_a_drift() {
    server.replies(
        APPLY,
        409,
        """
        {"type": "/problems/drift", "title": "Drift", "status": 409, "detail": "shop/dev differs.",
         "remedy": "Revert it.", "category": "drift", "rolloutId": "rol_01", "differences": [
          {"kind": "extra", "object": "column public.t.c", "text": "extra column public.t.c"},
          {"kind": "changed", "object": "column public.t.d", "text": "changed column public.t.d",
           "expected": "integer", "actual": "bigint"}]}
        """);

    Outcome outcome = run("apply", "--ref", "v3");

    assertThat(outcome.err())
        .contains(
            """
                + extra column public.t.c
                ~ changed column public.t.d
                  expected  integer
                  actual    bigint
            """)
        .contains("rollout:  rol_01\n");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void name_every_gate_that_is_not_met_and_what_to_do() {
    server.replies(
        "POST /rollouts/rol_01/resume",
        409,
        """
        {"type": "/problems/approvals-missing", "title": "Approvals missing", "status": 409,
         "detail": "rol_01 does not run, for 2 reasons: 0 of 1 (approvals); none (backup).",
         "remedy": "See what each of them takes.", "category": "refused", "rolloutId": "rol_01",
         "planDigest": "sha256:aa", "gates": [
          {"name": "approvals", "met": false, "why": "0 of 1", "remedy": "somebody approves it",
           "problem": "approvals-missing"},
          {"name": "backup", "met": false, "why": "none", "remedy": "record one",
           "problem": "backup-required"}]}
        """);

    Outcome outcome = run("rollout", "resume", "rol_01");

    assertThat(outcome.err())
        .isEqualTo(
            """
            error: Approvals missing
              rol_01 does not run:
                not met  approvals: 0 of 1
                  remedy: somebody approves it
                  see: docs/problems/approvals-missing.md
                not met  backup: none
                  remedy: record one
                  see: docs/problems/backup-required.md
              what to do: Provide what is missing, then ask again.
            """);
    assertThat(outcome.code()).isEqualTo(4);
  }

  @Test
  void list_what_the_detail_leaves_out() {
    server.replies(
        APPLY,
        400,
        """
        {"type": "/problems/ambiguous-ref", "title": "Ambiguous ref", "detail": "Is it aa or else?",
         "remedy": "Give more of it.", "category": "invalid", "candidates": ["aa", "ab"]}
        """);

    assertThat(run("apply", "--ref", "a").err())
        .isEqualTo(
            """
            error: Ambiguous ref
              Is it aa or else?
                ab
              what to do: Give more of it.
              see:  docs/problems/ambiguous-ref.md
            """);
  }

  @Test
  void are_json_for_machines_and_leave_the_result_empty() throws Exception {
    server.replies("GET /whoami", 403, problem("forbidden"));

    Outcome outcome = run("whoami", "--format", "json");

    assertThat(Json.read(outcome.err())).isEqualTo(Json.read(problem("forbidden")));
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void include_a_service_that_does_not_answer() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      variables.put("LEDGER_SERVER", "http://127.0.0.1:" + taken.getLocalPort());
    }

    Outcome outcome = run("whoami");

    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err())
        .contains("No answer from " + variables.get("LEDGER_SERVER"))
        .contains("ledgerctl serve");
  }

  @Test
  void include_an_answer_that_is_not_the_ledgers() {
    server.replies("GET /whoami", 200, "<html>");

    Outcome outcome = run("whoami");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("HTTP status 200 and no ledger document");
  }

  @Test
  void include_a_gateway_that_cannot_reach_the_service() {
    server.replies("GET /whoami", 502, "bad gateway");

    assertThat(run("whoami").code()).isEqualTo(69);
  }

  @Test
  void never_show_the_token() {
    server.replies("GET /whoami", 401, "");

    Outcome outcome = run("whoami");

    assertThat(outcome.err()).contains("does not accept the token").doesNotContain("rl_test");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void follow_no_redirect_with_the_token() {
    server.replies("GET /whoami", 302, "");

    assertThat(run("whoami").code()).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  private static String problem(String category) {
    return """
    {"type": "/problems/some-reason", "title": "No", "detail": "It is so.",
     "remedy": "Do otherwise.", "category": "%s"}
    """
        .formatted(category);
  }
}
