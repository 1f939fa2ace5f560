package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class EnvironmentCommandsTest extends CliTest {
  private static final String ENVIRONMENTS = "POST /projects/shop/environments";

  @Test
  void create_gives_a_plain_url_to_the_connection_main() throws Exception {
    server.replies(ENVIRONMENTS, 201, answer("environment"));

    run(
        "env",
        "create",
        "--env",
        "prod",
        "--url",
        "jdbc:postgresql://h/db?ssl=true",
        "--approvals",
        "1");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"name": "prod", "urls": {"main": "jdbc:postgresql://h/db?ssl=true"},
                 "approvals": 1}
                """));
  }

  @Test
  void create_takes_a_url_for_each_named_connection() {
    server.replies(ENVIRONMENTS, 201, answer("environment"));

    run("env", "create", "--url", "main=embedded:a", "--url", "audit=jdbc:postgresql://h/b?c=d");

    assertThat(server.last().json().path("urls").toString())
        .isEqualTo("{\"main\":\"embedded:a\",\"audit\":\"jdbc:postgresql://h/b?c=d\"}");
  }

  @Test
  void create_refuses_two_urls_for_one_connection() {
    Outcome outcome = run("env", "create", "--url", "embedded:a", "--url", "embedded:b");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("'main' twice");
  }

  @Test
  void show_tells_where_an_environment_stands() {
    server
        .replies("GET /projects/shop/environments/prod", 200, answer("environment"))
        .replies("GET /projects/shop", 200, answer("project"));

    assertThat(run("env", "show", "--env", "prod").out())
        .isEqualTo(
            """
            Environment shop/prod
              release          rel_02
              ref              4f2a9c1b7d3e5f60718293a4b5c6d7e8f9012345
              drift            clean
              approvals        1 required
              open rollout     rol_01
              frozen           yes, year end
              connection main  jdbc:postgresql://db/shop
            """);
  }

  @Test
  void show_tells_that_the_project_is_frozen_and_what_is_still_to_do() {
    server
        .replies("GET /projects/shop/environments/dev", 200, obliged())
        .replies(
            "GET /projects/shop",
            200,
            """
            {"name": "shop", "freezeReason": "year end"}
            """);

    assertThat(run("env", "show").out())
        .contains(
            """
              project frozen   yes, year end
              still to do      review of an emergency, due 2026-11-23 10:00:00Z (rollout rol_07)
                               backfill: orders.note (rollout rol_08)
            """);
  }

  @Test
  void show_for_machines_is_the_environment_alone() throws Exception {
    server.replies("GET /projects/shop/environments/dev", 200, obliged());

    assertThat(Json.read(run("env", "show", "--format", "json").out()))
        .isEqualTo(Json.read(obliged()));
  }

  @Test
  void list_counts_what_is_still_to_do() {
    server.replies("GET /projects/shop/environments", 200, "{\"items\":[" + obliged() + "]}");

    assertThat(run("env", "list").out()).contains("frozen, 2 still to do");
  }

  private static String obliged() {
    return answer("environment")
        .replace(
            "\"position\":42",
            """
            "obligations": [
              {"rollout": "rol_07", "what": "review of an emergency",
               "due": "2026-11-23T10:00:00Z"},
              {"rollout": "rol_08", "what": "backfill: orders.note", "due": null}]
            """);
  }

  @Test
  void list_is_a_table_in_order_of_promotion() {
    server.replies("GET /projects/shop/environments", 200, answer("environments"));

    assertThat(run("env", "list").out())
        .isEqualTo(
            """
            ENVIRONMENT  RELEASE  REF         ADVANCED              DRIFT    APPROVALS  ROLLOUT
            dev          none                                       unknown  0
            prod         rel_02   4f2a9c1b7d  2026-11-21 10:00:04Z  clean    1          rol_01   frozen
            """);
  }

  @Test
  void baseline_adopts_a_ref_for_a_reason() throws Exception {
    server.replies("POST /projects/shop/environments/dev/baseline", 200, answer("release"));

    Outcome outcome = run("env", "baseline", "--ref", "v1", "--reason", "it was there first");

    assertThat(server.last().json())
        .isEqualTo(Json.read("{\"ref\": \"v1\", \"reason\": \"it was there first\"}"));
    assertThat(outcome.out()).startsWith("Release rel_02 (current)\n");
  }

  @Test
  void freeze_and_unfreeze_give_a_reason() {
    server
        .replies("POST /projects/shop/environments/dev/freeze", 200, answer("environment"))
        .replies("POST /projects/shop/environments/dev/unfreeze", 200, answer("environment"));

    assertThat(run("env", "freeze", "--reason", "year end").code()).isZero();
    assertThat(server.last().json().path("reason").asText()).isEqualTo("year end");
    assertThat(run("env", "unfreeze", "--reason", "new year").code()).isZero();
    assertThat(server.last().json().path("reason").asText()).isEqualTo("new year");
  }

  @Test
  void freeze_without_a_reason_is_a_usage_error() {
    assertThat(run("env", "freeze").code()).isEqualTo(64);
  }
}
