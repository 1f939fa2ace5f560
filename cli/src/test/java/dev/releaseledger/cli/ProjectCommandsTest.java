package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectCommandsTest extends CliTest {

  @Test
  void create_sends_the_repository_and_its_schema_folder() throws Exception {
    server.replies("POST /projects", 201, answer("project"));

    run(
        "project",
        "create",
        "--name",
        "shop",
        "--repo",
        "https://git.example/shop.git",
        "--schema-dir",
        "schema");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"name": "shop", "repository": "https://git.example/shop.git",
                 "schemaDir": "schema"}
                """));
  }

  @Test
  void create_sends_named_connections() {
    server.replies("POST /projects", 201, answer("project"));

    run(
        "project",
        "create",
        "--project",
        "shop",
        "--repo",
        "git@git.example:shop.git",
        "--connection",
        "main=db/main",
        "--connection",
        "audit=db/audit");

    assertThat(server.last().json().path("connections").toString())
        .isEqualTo("{\"main\":\"db/main\",\"audit\":\"db/audit\"}");
    assertThat(server.last().json().path("repository").asText())
        .isEqualTo("git@git.example:shop.git");
  }

  @Test
  void create_makes_a_local_path_absolute() throws IOException {
    server.replies("POST /projects", 201, answer("project"));
    Files.createDirectory(home.resolve("repo"));

    run("project", "create", "--name", "shop", "--repo", "./repo");

    assertThat(server.last().json().path("repository").asText())
        .isEqualTo(home.resolve("repo").toString());
  }

  @Test
  void create_shows_the_project() {
    server.replies("POST /projects", 201, answer("project"));

    assertThat(run("project", "create", "--name", "shop", "--repo", "/srv/git/shop").out())
        .isEqualTo(
            """
            Project shop
              repository       /srv/git/shop
              connection main  schema
              environments     dev, prod
              created          2026-11-21 09:00:00Z by ada
            """);
  }

  @Test
  void create_needs_a_name() {
    assertThat(run("project", "create", "--repo", "x").code()).isEqualTo(64);
  }

  @Test
  void list_is_a_table() {
    server.replies("GET /projects", 200, answer("projects"));

    assertThat(run("project", "list").out())
        .isEqualTo(
            """
            PROJECT  REPOSITORY     ENVIRONMENTS
            shop     /srv/git/shop  dev, prod
            """);
  }

  @Test
  void list_says_what_to_do_when_it_is_empty() {
    server.replies("GET /projects", 200, "{\"items\":[]}");

    assertThat(run("project", "list").out()).contains("ledgerctl project create");
  }

  @Test
  void show_tells_that_it_is_frozen_and_what_is_still_to_do_in_its_environments() {
    server
        .replies("GET /projects/shop", 200, frozen())
        .replies(
            "GET /projects/shop/environments",
            200,
            """
            {"items": [
              {"name": "dev", "obligations": []},
              {"name": "prod", "obligations": [
                {"rollout": "rol_07", "what": "review of an emergency",
                 "due": "2026-11-23T10:00:00Z"}]}]}
            """);

    assertThat(run("project", "show").out())
        .contains(
            """
              frozen           yes, year end
              still to do      prod: review of an emergency, due 2026-11-23 10:00:00Z (rollout rol_07)
            """);
  }

  @Test
  void list_tells_what_is_frozen() {
    server.replies("GET /projects", 200, "{\"items\":[" + frozen() + "]}");

    assertThat(run("project", "list").out()).contains("dev, prod     frozen\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze", "unfreeze"})
  void freeze_and_unfreeze_name_the_project_and_give_a_reason(String command) {
    server.replies("POST /projects/shop2/" + command, 200, frozen());

    assertThat(run("project", command, "shop2").code()).isEqualTo(64);
    assertThat(run("project", command, "--reason", "year end").code()).isEqualTo(64);
    assertThat(run("project", command, "shop2", "--reason", "year end").out())
        .contains("frozen           yes, year end");
    assertThat(server.last().json()).isEqualTo(Json.object().put("reason", "year end"));
  }

  private static String frozen() {
    return answer("project")
        .replace("\"createdBy\"", "\"freezeReason\":\"year end\",\"createdBy\"");
  }

  @Test
  void a_name_cannot_reach_another_resource() {
    server
        .replies("GET /projects/a%2Fb%3Fc%20d", 200, answer("project"))
        .replies("GET /projects/a%2Fb%3Fc%20d/environments", 200, answer("environments"));

    assertThat(run("project", "show", "--project", "a/b?c d").code()).isZero();
  }
}
