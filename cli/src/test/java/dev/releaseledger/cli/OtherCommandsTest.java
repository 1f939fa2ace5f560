package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest extends CliTest {

  @Test
  void timeline_tells_what_happened_oldest_first() {
    server.replies(
        "GET /timeline?project=shop&environment=dev&limit=2&after=40", 200, answer("timeline"));

    assertThat(run("timeline", "--limit", "2", "--after", "40").out())
        .isEqualTo(
            """
            #   AT                    ENVIRONMENT  WHO    EVENT          WHAT HAPPENED
            41  2026-11-21 09:58:00Z  shop/prod    ada    plan-proposed  proposed 2 changes
            42  2026-11-21 09:59:00Z  shop/prod    grace  plan-approved  approved the plan of rol_01
            """);
  }

  @Test
  void token_create_shows_the_token_this_once() {
    server.replies("POST /tokens", 201, answer("token"));

    Outcome outcome = run("token", "create", "--actor", "grace", "--role", "approver");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("actorName", "grace").put("role", "approver"));
    assertThat(outcome.out())
        .isEqualTo(
            """
            Token tok_01 for grace (approver). It is shown this once:
            token: rl_secret
            """);
  }

  @Test
  void token_create_knows_the_roles() {
    Outcome outcome = run("token", "create", "--actor", "grace", "--role", "king");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("viewer, auditor, approver, deployer, operator, admin");
  }

  @Test
  void token_list_is_a_table() {
    server.replies("GET /tokens", 200, answer("tokens"));

    assertThat(run("token", "list").out())
        .isEqualTo(
            """
            TOKEN   ACTOR  ROLE      CREATED               REVOKED
            tok_01  grace  approver  2026-11-21 09:00:00Z  2026-11-21 09:30:00Z
            tok_02  ci     deployer  2026-11-21 09:00:00Z
            """);
  }

  @Test
  void token_revoke_deletes_it() {
    server.replies("DELETE /tokens/tok_01", 204, "");

    assertThat(run("token", "revoke", "tok_01").out()).isEqualTo("Revoked token tok_01.\n");
  }

  @Test
  void whoami_names_the_actor_and_the_roles() {
    server.replies(
        "GET /whoami", 200, "{\"actor\":\"act_1\",\"name\":\"ada\",\"roles\":[\"admin\"]}");

    assertThat(run("whoami").out()).isEqualTo("ada (act_1), admin\n");
  }

  @Test
  void whoami_names_the_roles_by_scope_and_the_limits() {
    server.replies(
        "GET /whoami",
        200,
        """
        {"actor":"act_1","name":"ada","roles":[],"groups":["dba"],"triggers":["pipeline"],
         "scopes":[{"project":"shop","roles":["operator"]},
                   {"project":"shop","environment":"prod","roles":["viewer"]}],
         "expiresAt":"2026-12-21T09:00:00Z"}
        """);

    assertThat(run("whoami").out())
        .isEqualTo(
            """
            ada (act_1), no role everywhere
            in shop: operator
            in shop/prod: viewer
            groups    dba
            triggers  pipeline
            expires   2026-12-21 09:00:00Z
            """);
  }

  @Test
  void a_token_is_limited_by_what_is_said_and_not_by_the_context() {
    server.replies("POST /tokens", 201, answer("token"));

    run("token", "create", "--actor", "ci");
    assertThat(server.last().json()).isEqualTo(Json.object().put("actorName", "ci"));

    run(
        words(
            "token create --actor ci --kind service --role deployer --project shop --env prod"
                + " --expires-in P30D --trigger pipeline --reason nightly"));
    var expected =
        Json.object()
            .put("actorName", "ci")
            .put("kind", "service")
            .put("role", "deployer")
            .put("expiresIn", "P30D")
            .put("reason", "nightly")
            .put("project", "shop")
            .put("environment", "prod");
    expected.putArray("triggers").add("pipeline");
    assertThat(server.last().json()).isEqualTo(expected);
  }

  @Test
  void no_token_can_be_made_for_deployments() {
    assertThat(run("token", "create", "--actor", "ci", "--trigger", "deploy").code()).isEqualTo(64);
  }

  @Test
  void access_grant_is_for_an_actor_or_a_group() {
    server.replies(
        "POST /bindings",
        201,
        "{\"id\":\"bnd_1\",\"group\":\"dba\",\"role\":\"operator\",\"project\":\"shop\"}");

    Outcome granted = run(words("access grant --group dba --role operator --project shop"));

    assertThat(granted.out()).isEqualTo("Granted operator to group dba, in shop (bnd_1).\n");
    assertThat(server.last().json())
        .isEqualTo(
            Json.object().put("group", "dba").put("role", "operator").put("project", "shop"));
    assertThat(run(words("access grant --role operator")).code()).isEqualTo(64);
    assertThat(run(words("access grant --actor a --group b --role operator")).code()).isEqualTo(64);
  }

  @Test
  void access_revoke_says_why() {
    server.replies("DELETE /bindings/bnd_1?reason=gone", 200, "{}");

    assertThat(run(words("access revoke bnd_1 --reason gone")).out())
        .isEqualTo("Revoked grant bnd_1.\n");
  }

  @Test
  void members_come_and_go() {
    server
        .replies(
            "POST /groups/dba/members",
            201,
            "{\"group\":\"dba\",\"actor\":\"act_1\",\"actorName\":\"ada\"}")
        .replies("DELETE /groups/dba/members/ada", 200, "{}")
        .replies("GET /groups", 200, "{\"items\":[{\"group\":\"dba\",\"members\":1}]}")
        .replies(
            "GET /groups/dba/members",
            200,
            "{\"items\":[{\"group\":\"dba\",\"actor\":\"act_1\",\"actorName\":\"ada\"}]}");

    assertThat(run(words("group add dba --actor ada")).out()).isEqualTo("ada is in dba.\n");
    assertThat(run(words("group list")).out()).contains("dba    1");
    assertThat(run(words("group list dba")).out()).contains("ada    act_1");
    assertThat(run(words("group remove dba --actor ada")).out())
        .isEqualTo("ada is no longer in dba.\n");
  }

  @Test
  void actor_set_sends_what_is_said_and_nothing_else() {
    server.replies("POST /actors", 200, "{\"actor\":\"act_1\",\"name\":\"ada\"}");

    run(words("actor set ada"));
    assertThat(server.last().json()).isEqualTo(Json.object().put("name", "ada"));

    run("actor", "set", "ada", "--address", "a@example.org", "--address", "b@example.org");
    assertThat(server.last().json().path("addresses"))
        .hasToString("[\"a@example.org\",\"b@example.org\"]");

    run("actor", "set", "ada", "--address", "");
    assertThat(server.last().json().path("addresses")).hasToString("[]");
  }

  @Test
  void a_login_is_not_asked_of_a_provider_without_tls() {
    variables.remove("LEDGER_TOKEN");
    server.replies(
        "GET /login",
        200,
        "{\"issuer\":\"http://id.example\",\"clientId\":\"c\",\"scopes\":\"s\"}");

    Outcome outcome = run("login");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("http://id.example", "https");
  }

  @Test
  void a_given_token_beats_a_login_so_there_is_none() {
    assertThat(run("login").code()).isEqualTo(64);
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  @Test
  void projection_rebuild_names_one_or_all() {
    server.replies("POST /projections/rebuild", 202, projection("rebuild", "done"));

    assertThat(run("projection", "rebuild", "timeline").out()).isEqualTo("Rebuilt: timeline.\n");
    assertThat(server.last().json()).isEqualTo(Json.object().put("name", "timeline"));
    run("projection", "rebuild");
    assertThat(server.last().json()).isEqualTo(Json.object());
  }

  private static String projection(String work, String state) {
    return """
    {"items": [{"name": "timeline", "position": 12, "behind": 0, "%s":
      {"state": "%s", "position": 12, "target": 12, "rows": 9, "missing": 1, "extra": 0,
       "samples": ["view_timeline lacks (7)"], "startedAt": "2026-11-29T10:00:00Z",
       "changedAt": "2026-11-29T10:00:01Z", "failure": "no room"}}]}
    """
        .formatted(work, state);
  }

  @Test
  void projection_rebuild_waits_until_it_is_done() {
    server
        .replies("POST /projections/rebuild", 202, projection("rebuild", "running"))
        .replies("GET /projections", 200, projection("rebuild", "running"))
        .replies("GET /projections", 200, projection("rebuild", "done"));

    assertThat(run("projection", "rebuild").out()).isEqualTo("Rebuilt: timeline.\n");
  }

  @Test
  void projection_rebuild_says_what_it_could_not_make() {
    server.replies("POST /projections/rebuild", 202, projection("rebuild", "failed"));

    var outcome = run("projection", "rebuild");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEqualTo("Not rebuilt: timeline, failed: no room\n");
  }

  @Test
  void projection_list_says_how_far_each_is() {
    server.replies("GET /projections", 200, projection("rebuild", "interrupted"));

    assertThat(run("projection", "list").out())
        .contains("timeline", "#12", "interrupted at 12 of 12");
  }

  private static String liveVerification(String outcome, String row) {
    return """
    {"outcome": "%s", "about": "the ledger as it is stored, ledger.example.org, 12 leaves",
     "size": 12, "checks": [
      {"check": "row", "result": "%s", "detail": "not so (1): the event at position 3",
       "looked": 12, "failures": 1, "examples": ["the event at position 3"]},
      {"check": "held", "result": "not-applicable", "detail": "nothing to look at",
       "looked": 0, "failures": 0, "examples": []}]}
    """
        .formatted(outcome, row);
  }

  @Test
  void evidence_verify_live_ends_with_7_when_the_ledger_was_changed(@TempDir Path folder)
      throws IOException {
    server.replies("POST /log/verification", 200, liveVerification("failed", "failed"));
    Path kept = Files.writeString(folder.resolve("kept.note"), "a note\n");

    var outcome = run("evidence", "verify", "--live", "--against", kept.toString());

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.out())
        .contains(
            "FAILED",
            "the event at position 3",
            "NOT VERIFIED",
            "what to do: keep a copy of the database");
    assertThat(server.last().json().path("held").path(0).asText()).isEqualTo("a note\n");
  }

  @Test
  void evidence_verify_live_is_content_with_a_ledger_as_it_was() {
    server.replies("POST /log/verification", 200, liveVerification("verified", "passed"));

    var outcome = run("evidence", "verify", "--live");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("verified: the ledger as it is stored");
    assertThat(run("evidence", "verify", "--live", "bundle.zip").code()).isEqualTo(64);
    assertThat(run("evidence", "verify", "bundle.zip").code()).isEqualTo(64);
  }

  @Test
  void replay_verify_ends_with_7_when_something_is_not_as_the_events_say() {
    server.replies("POST /projections/verify", 202, projection("verification", "differs"));

    var outcome = run("replay", "--verify");

    assertThat(outcome.code()).isEqualTo(7);
    assertThat(outcome.out())
        .contains("differs", "view_timeline lacks (7)", "ledgerctl projection rebuild NAME");
  }

  @Test
  void replay_verify_does_not_say_that_something_differs_where_it_was_not_compared() {
    server.replies("POST /projections/verify", 202, projection("verification", "interrupted"));

    var outcome = run("replay", "--verify");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("interrupted", "Not every projection was compared")
        .doesNotContain("Not what the events make of it");
  }

  @Test
  void replay_verify_is_content_when_everything_is() {
    server.replies("POST /projections/verify", 202, projection("verification", "same"));

    var outcome = run("replay", "--verify");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Every projection is what the events make of it.");
    assertThat(run("replay", "--verify", "--at", "#3").code()).isEqualTo(64);
  }

  @Test
  void replay_shows_how_everything_stood() {
    server.replies(
        "GET /replay?at=%232&project=shop&environment=dev",
        200,
        """
        {"position": 2, "at": "2026-11-29T10:00:00.5Z", "environments": [{
          "project": "shop", "environment": "prod",
          "release": {"id": "rel_1", "ref": "6c5bb16f87", "cause": "apply", "by": "ada",
            "at": "2026-11-28T10:00:00Z"},
          "policy": {"version": 3, "marked": "production", "by": "olga", "digest": "sha256:1",
            "adoptedAt": "2026-11-27T10:00:00Z"},
          "approvalsRequired": 2, "drift": "clean", "freezeReason": "Black Friday",
          "rollouts": [{"id": "rol_1", "status": "proposed", "requestedBy": "ada",
            "approvalsRequired": 2, "approvals": [{"by": "grace"}]}],
          "obligations": [{"rollout": "rol_0", "what": "review of an emergency",
            "due": "2026-12-01T10:00:00Z"}],
          "schemas": [{"connection": "main", "fingerprint": "sha256:aa",
            "sql": "CREATE TABLE public.t ();"}],
          "events": 12}]}
        """);

    assertThat(run("replay", "--at", "#2", "--project", "shop").out())
        .startsWith("As of #2, 2026-11-29 10:00:00Z\n\nshop/prod\n")
        .contains(
            "rel_1, by apply of ada at 2026-11-28 10:00:00Z",
            "version 3 (production), adopted by olga at 2026-11-27 10:00:00Z",
            "Black Friday",
            "rol_1 proposed, requested by ada, approved by grace (1 of 2)",
            "review of an emergency, due 2026-12-01 10:00:00Z (rollout rol_0)",
            "main sha256:aa",
            "CREATE TABLE public.t ();");
  }

  @Test
  void version_asks_nobody() {
    assertThat(run("version").out()).matches("ledgerctl \\d+\\.\\d+.*\n");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void the_completion_script_knows_the_commands() {
    assertThat(run("generate-completion").out()).contains("ledgerctl").contains("rollout approve");
  }

  @Test
  void serve_explains_itself_when_it_does_not_know_the_service() {
    Outcome outcome = run("serve");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("LEDGER_APP_JAR").contains("./ledgerctl");
  }
}
