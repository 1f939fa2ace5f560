package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.rest.ServiceInTest.Route;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every client of the API may count on. */
class ApiTest {

  private static Answer call(String method, String path, String body) {
    return ServiceInTest.running().call(Role.ADMIN, method, path, body);
  }

  private static JsonNode requireProblem(Answer answer, int status, String type, String category) {
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.status()).isEqualTo(status);
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.path("category").asText()).isEqualTo(category);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("remedy").asText()).isNotBlank();
    return problem;
  }

  @Test
  void the_openapi_document_lists_every_endpoint() {
    JsonNode paths = call("GET", "/api/v1/openapi", "").json().path("paths");

    for (Route route : ServiceInTest.running().routes()) {
      assertThat(paths.path(route.path()).has(route.method().toLowerCase(Locale.ROOT)))
          .as(route.toString())
          .isTrue();
    }
  }

  @Test
  void a_refusal_is_a_problem_with_a_remedy() {
    JsonNode problem =
        requireProblem(
            call("GET", "/api/v1/projects/nowhere", ""), 404, "unknown-project", "not_found");

    assertThat(problem.path("detail").asText()).contains("nowhere");
  }

  @Test
  void an_unknown_path_is_a_problem() {
    requireProblem(call("GET", "/api/v1/no/such/path", ""), 404, "unknown-path", "not_found");
  }

  @Test
  void broken_json_is_a_problem() {
    requireProblem(
        call("POST", "/api/v1/projects", "{\"name\":"), 400, "invalid-request", "invalid");
  }

  @Test
  void a_value_of_the_wrong_type_is_a_problem() {
    requireProblem(
        call("POST", "/api/v1/projects", "{\"connections\":7}"), 400, "invalid-request", "invalid");
  }

  @Test
  void a_method_that_an_endpoint_does_not_have_is_a_problem() {
    requireProblem(call("PUT", "/api/v1/projects", "{}"), 405, "invalid-request", "invalid");
  }

  @Test
  void a_parameter_that_is_no_number_is_a_problem() {
    JsonNode problem =
        requireProblem(
            call("GET", "/api/v1/rollouts?limit=many", ""), 400, "invalid-request", "invalid");

    assertThat(problem.path("detail").asText()).contains("limit", "many");
  }

  @Test
  void a_missing_value_is_named() {
    JsonNode problem =
        requireProblem(call("POST", "/api/v1/projects", "{}"), 400, "invalid-value", "invalid");

    assertThat(problem.path("field").asText()).isEqualTo("name");
  }

  @Test
  void a_call_without_a_token_is_a_problem() {
    requireProblem(
        ServiceInTest.running().call(null, "GET", "/api/v1/projects", ""),
        401,
        "unauthenticated",
        "unauthorized");
  }

  @Test
  void a_call_that_the_role_does_not_allow_is_a_problem() {
    requireProblem(
        ServiceInTest.running().call(Role.VIEWER, "POST", "/api/v1/projects", "{}"),
        403,
        "forbidden",
        "forbidden");
  }

  @Test
  void health_is_told_to_everybody() {
    assertThat(ServiceInTest.running().call(null, "GET", "/api/v1/health", "").json())
        .hasToString("{\"status\":\"up\",\"appendOnly\":true}");
  }

  @Test
  void an_admin_is_told_by_what_the_service_could_change_what_is_recorded() {
    assertThat(
            ServiceInTest.running()
                .call(Role.ADMIN, "GET", "/manage/health", "")
                .json()
                .at("/components/appendOnly/details"))
        .hasToString("{\"held\":true,\"gaps\":[]}");
  }
}
