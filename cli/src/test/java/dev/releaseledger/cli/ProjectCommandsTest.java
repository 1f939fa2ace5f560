package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

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
  void a_name_cannot_reach_another_resource() {
    server.replies("GET /projects/a%2Fb%3Fc%20d", 200, answer("project"));

    assertThat(run("project", "show", "--project", "a/b?c d").code()).isZero();
  }
}
