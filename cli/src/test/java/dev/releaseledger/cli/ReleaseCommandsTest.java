package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class ReleaseCommandsTest extends CliTest {
  private static final String BASE = "/projects/shop/environments/prod/";

  @Test
  void current_tells_all_about_the_release() {
    server.replies("GET " + BASE + "releases/current", 200, answer("release"));

    assertThat(run("release", "current", "--env", "prod").out())
        .isEqualTo(
            """
            Release rel_02 (current)
              project          shop
              environment      prod
              ref              4f2a9c1b7d3e5f60718293a4b5c6d7e8f9012345
              fingerprint      sha256:aaaa1111bbbb2222cccc3333dddd4444eeee5555ffff66660000777711118888
              connection main  sha256:bbbb2222cccc3333dddd4444eeee5555ffff66660000777711118888aaaa1111
              advanced         2026-11-21 10:00:04Z by ada
              cause            apply
              rollout          rol_01
              previous         rel_01
            """);
  }

  @Test
  void current_is_an_error_where_there_is_none() {
    server.replies(
        "GET " + BASE + "releases/current",
        404,
        """
        {"type": "/problems/no-release", "title": "There is no release", "detail": "None yet.",
         "remedy": "Apply one.", "category": "not_found"}
        """);

    Outcome outcome = run("release", "current", "--env", "prod");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("docs/problems/no-release.md");
  }

  @Test
  void list_is_a_table_with_the_current_one_marked() {
    server.replies("GET " + BASE + "releases?limit=2", 200, answer("releases"));

    assertThat(run("release", "list", "--env", "prod", "--limit", "2").out())
        .isEqualTo(
            """
               RELEASE  REF         ADVANCED              BY     CAUSE     ROLLOUT
            *  rel_02   4f2a9c1b7d  2026-11-21 10:00:04Z  ada    apply     rol_01
               rel_01   0000000000  2026-11-20 10:00:00Z  grace  baseline
            """);
  }

  @Test
  void show_asks_by_id() {
    server.replies("GET /releases/rel_02", 200, answer("release"));

    assertThat(run("release", "show", "rel_02").code()).isZero();
  }

  @Test
  void promote_asks_the_target_to_take_the_release() throws Exception {
    server.replies("POST " + BASE + "promote", 200, answer("release"));

    run("release", "promote", "--from", "dev", "--to", "prod", "--release-id", "rel_02");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("from", "dev").put("releaseId", "rel_02"));
  }

  @Test
  void rollback_names_the_release_and_the_reason() {
    server.replies("POST " + BASE + "rollback", 200, answer("release"));

    run("release", "rollback", "--env", "prod", "--to-release-id", "rel_01", "--reason", "bad");

    assertThat(server.last().json())
        .isEqualTo(Json.object().put("to", "rel_01").put("reason", "bad"));
  }

  @Test
  void rollback_without_a_reason_is_a_usage_error() {
    assertThat(run("release", "rollback", "--to-release-id", "rel_01").code()).isEqualTo(64);
  }
}
