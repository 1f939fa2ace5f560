package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a role holds, endpoint by endpoint, and what those see who see a part. */
class ScopesTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final String[] PLACES = {"scopedshop/dev", "scopedshop/prod", "scopedbank/prod"};

  /** A row of {@code docs/permissions.md}: an endpoint, and where a role has to hold for it. */
  record Row(String method, String path, String where) {}

  @BeforeAll
  static void fill() {
    Ledger ledger = SERVICE.the(Ledger.class);
    for (String project : List.of("scopedshop", "scopedbank")) {
      ledger.record(
          new CreateProject(
              project, "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    }
    long last = 0;
    for (String place : PLACES) {
      Operator operator = new Operator(ledger, place.split("/")[0], place.split("/")[1]);
      operator.create(1);
      operator.baseline("fp:" + place);
      last = operator.propose(rollout(place), "fp:" + place, "fp:other", Operator.ALICE);
    }
    assertThat(SERVICE.the(Projections.class).await(last, Duration.ofSeconds(20))).isTrue();
  }

  private static void propose(String rollout, String place) {
    Operator operator =
        new Operator(SERVICE.the(Ledger.class), place.split("/")[0], place.split("/")[1]);
    long position = operator.propose(rollout, "fp:" + place, "fp:next", Operator.ALICE);
    assertThat(SERVICE.the(Projections.class).await(position, Duration.ofSeconds(20))).isTrue();
  }

  private static String rollout(String place) {
    return "rol_scoped_" + place.replace('/', '_');
  }

  private static Answer admin(String method, String path, String body) {
    return SERVICE.call(Role.ADMIN, method, path, body);
  }

  private static JsonNode token(String fields) {
    Answer answer = admin("POST", "/api/v1/tokens", "{" + fields + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  /** A token with a role in a project, an environment of it, or ({@code *}) everywhere. */
  private static String scoped(String role, String scope) {
    String[] names = scope.split("/");
    String place =
        scope.equals("*")
            ? ""
            : ",\"project\":\"%s\"".formatted(names[0])
                + (names.length == 1 ? "" : ",\"environment\":\"%s\"".formatted(names[1]));
    return token("\"actorName\":\"scoped\",\"role\":\"%s\"%s".formatted(role, place))
        .path("token")
        .asText();
  }

  private static Answer get(String token, String path) {
    return SERVICE.with(token, "GET", "/api/v1" + path, "");
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "permissions.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.replaceAll("^\\| *| *\\|$", "").split(" *\\| *", -1))
        .filter(cells -> cells[0].matches("`[A-Z]+ /.*`"))
        .map(cells -> {
          String[] route = cells[0].replace("`", "").split(" ", 2);
          return new Row(route[0], route[1], cells[1]);
        })
        .filter(row -> !row.where().equals("none"));
  }

  /** Whether the call is let in, of an admin of {@code scope} about {@code place}. */
  private static boolean isLetIn(Row row, String scope, String place) {
    String path =
        row.path()
            .replace("{project}", place.split("/")[0])
            .replace("{environment}", place.split("/")[1])
            .replace("rollouts/{id}", "rollouts/" + rollout(place))
            .replace("releases/{id}", "releases/" + release(place))
            .replace("/stream", "/stream?severity=none")
            .replaceAll("\\{[^}]*}", "unknown");
    // Too little to do anything with.
    String body = row.path().endsWith("/rebuild") ? "{\"name\":\"unknown\"}" : "{\"ref\":\"\"}";
    // The one thing that an admin may not do.
    String role = row.path().endsWith("/emergency") ? "operator" : "admin";
    return SERVICE.with(scoped(role, scope), row.method(), path, body).status() != 403;
  }

  private static String release(String place) {
    return admin(
            "GET",
            "/api/v1/projects/%s/environments/%s/releases/current"
                .formatted(place.split("/")[0], place.split("/")[1]),
            "")
        .json()
        .path("id")
        .asText();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_role_in_an_environment_holds_where_the_table_says(Row row) {
    boolean parts = row.where().equals("a part of the project");
    boolean environment =
        List.of("environment", "its environment", "an environment that had it")
            .contains(row.where());
    boolean anywhere = row.where().equals("anywhere");

    assertThat(isLetIn(row, PLACES[0], PLACES[0])).isEqualTo(environment || parts || anywhere);
    assertThat(isLetIn(row, PLACES[0], PLACES[1])).isEqualTo(parts || anywhere);
    assertThat(isLetIn(row, PLACES[0], PLACES[2])).isEqualTo(anywhere);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_role_in_a_project_holds_in_all_of_it_and_nowhere_else(Row row) {
    boolean everywhere = row.where().equals("everywhere");

    assertThat(isLetIn(row, "scopedshop", PLACES[0])).isEqualTo(!everywhere);
    assertThat(isLetIn(row, "scopedshop", PLACES[2])).isEqualTo(row.where().equals("anywhere"));
  }

  @Test
  void lists_show_what_the_caller_may_see_and_nothing_else() {
    String token = scoped("viewer", PLACES[0]);
    // The youngest one is another environment's: a limit counts what may be seen.
    propose("rol_listed", PLACES[0]);
    propose("rol_hidden", PLACES[1]);

    assertThat(get(token, "/projects").json().path("items").findValuesAsText("name"))
        .containsExactly("scopedshop");
    assertThat(get(token, "/projects").json().path("items").path(0).path("environments"))
        .hasToString("[\"dev\"]");
    assertThat(
            get(token, "/projects/scopedshop/environments")
                .json()
                .path("items")
                .findValuesAsText("name"))
        .contains("dev")
        .doesNotContain("prod");
    assertThat(get(token, "/rollouts?limit=1").json().path("items").findValuesAsText("id"))
        .containsExactly("rol_listed");
    assertThat(get(token, "/approvals").json().path("items").findValuesAsText("rollout"))
        .contains("rol_listed")
        .doesNotContain("rol_hidden");
    for (String timeline : List.of("/timeline?limit=1000", "/timeline?after=0&limit=1000")) {
      JsonNode items = get(token, timeline).json().path("items");
      assertThat(items).isNotEmpty();
      assertThat(items.findValuesAsText("project")).containsOnly("scopedshop");
      assertThat(items.findValuesAsText("environment")).doesNotContain("prod");
      assertThat(items.findValuesAsText("type")).contains("project-created", "plan-proposed");
    }
  }

  @Test
  void a_project_that_may_not_be_seen_is_refused_with_what_is_missing() {
    Answer refused = get(scoped("viewer", PLACES[0]), "/projects/scopedbank");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("type").asText()).isEqualTo("/problems/forbidden");
    assertThat(refused.json().path("scope").asText()).isEqualTo("scopedbank");
    assertThat(refused.json().path("detail").asText()).contains("scoped", "scopedbank", "viewer");
    assertThat(refused.json().path("remedy").asText())
        .contains("ledgerctl access grant --actor scoped --role viewer --project scopedbank");
  }

  @Test
  void of_what_is_nowhere_nobody_learns_more_than_that() {
    assertThat(get(scoped("viewer", PLACES[0]), "/rollouts/rol_none").status()).isEqualTo(404);
    assertThat(get(scoped("viewer", "*"), "/rollouts/rol_none").status()).isEqualTo(404);
    assertThat(
            SERVICE
                .with(scoped("viewer", "*"), "POST", "/api/v1/rollouts/rol_none/approve", "{}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void a_release_is_not_promoted_from_where_the_caller_sees_nothing() {
    Answer refused =
        SERVICE.with(
            scoped("deployer", PLACES[0]),
            "POST",
            "/api/v1/projects/scopedshop/environments/dev/promote",
            "{\"from\":\"prod\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("scope").asText()).isEqualTo(PLACES[1]);
  }

  @Test
  void a_grant_holds_from_the_next_call_on_and_so_does_its_revocation() {
    String token = token("\"actorName\":\"granted\"").path("token").asText();
    assertThat(get(token, "/whoami").json().path("roles")).isEmpty();
    assertThat(get(token, "/projects").status()).isEqualTo(403);

    JsonNode binding =
        grant("\"actor\":\"granted\",\"role\":\"viewer\",\"project\":\"scopedshop\"");
    assertThat(get(token, "/projects/scopedshop").status()).isEqualTo(200);
    assertThat(get(token, "/projects/scopedbank").status()).isEqualTo(403);

    revoke(binding);
    assertThat(get(token, "/projects/scopedshop").status()).isEqualTo(403);
  }

  @Test
  void a_group_brings_its_roles_and_a_nearer_grant_lowers_them() {
    String token = token("\"actorName\":\"member\"").path("token").asText();
    admin("POST", "/api/v1/groups/keepers/members", "{\"actor\":\"member\"}");
    JsonNode wide = grant("\"group\":\"keepers\",\"role\":\"operator\"");
    JsonNode near =
        grant(
            "\"group\":\"keepers\",\"role\":\"viewer\",\"project\":\"scopedbank\","
                + "\"environment\":\"prod\"");
    String freeze = "/api/v1/projects/%s/environments/%s/freeze";

    assertThat(SERVICE.with(token, "POST", freeze.formatted("scopedshop", "prod"), "{}").status())
        .isEqualTo(400);
    assertThat(SERVICE.with(token, "POST", freeze.formatted("scopedbank", "prod"), "{}").status())
        .isEqualTo(403);
    JsonNode me = get(token, "/whoami").json();
    assertThat(me.path("groups")).hasToString("[\"keepers\"]");
    assertThat(me.path("roles")).hasToString("[\"operator\"]");
    assertThat(me.path("scopes").path(0).path("environment").asText()).isEqualTo("prod");
    assertThat(me.path("scopes").path(0).path("roles")).hasToString("[\"viewer\"]");

    revoke(wide);
    revoke(near);
    admin("DELETE", "/api/v1/groups/keepers/members/member", "");
    assertThat(get(token, "/whoami").json().path("groups")).isEmpty();
  }

  @Test
  void grants_are_told_in_the_timeline_with_names_and_stored_without() {
    JsonNode binding =
        grant(
            "\"actor\":\"scoped\",\"role\":\"auditor\",\"project\":\"scopedshop\","
                + "\"reason\":\"ticket 4\"");
    revoke(binding);

    JsonNode items =
        admin("GET", "/api/v1/timeline?project=scopedshop&limit=2", "").json().path("items");

    assertThat(items.findValuesAsText("sentence"))
        .containsExactly(
            "granted auditor in scopedshop to scoped: ticket 4",
            "revoked auditor in scopedshop from scoped: it is over");
    assertThat(items.path(0).path("data").path("subject").asText()).startsWith("act_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tokens   | {"actorName":"x","role":"king"}                            | 400
          tokens   | {"actorName":"x y","role":"viewer"}                        | 400
          tokens   | {"actorName":"x","role":"viewer","environment":"dev"}      | 400
          tokens   | {"actorName":"x","role":"viewer","project":"nowhere"}      | 404
          tokens   | {"actorName":"x","role":"viewer","expiresIn":"soon"}       | 400
          tokens   | {"actorName":"x","role":"viewer","expiresIn":"-P1D"}       | 400
          tokens   | {"actorName":"x","role":"viewer","expiresIn":"P999999999D"} | 400
          tokens   | {"actorName":"x","role":"viewer","triggers":["deploy"]}    | 400
          tokens   | {"actorName":"x","role":"viewer","triggers":[]}            | 400
          tokens   | {"actorName":"x","role":"viewer","kind":"robot"}           | 400
          bindings | {"role":"viewer"}                                          | 400
          bindings | {"actor":"scoped","group":"g","role":"viewer"}             | 400
          bindings | {"actor":"nobody-of-this-name","role":"viewer"}            | 404
          bindings | {"group":"a,b","role":"viewer"}                            | 400
          bindings | {"group":"g","role":"viewer","project":"scopedshop","environment":"x"} | 404
          actors   | {"name":"x","addresses":["none"]}                          | 400
          actors   | {"name":"x","subject":"s"}                                 | 400
          """)
  void what_makes_no_sense_is_refused(String resource, String body, int status) {
    token("\"actorName\":\"scoped\",\"role\":\"viewer\"");

    Answer answer = admin("POST", "/api/v1/" + resource, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @Test
  void an_expired_token_is_worth_nothing_and_tells_when_it_will_be() {
    JsonNode token = token("\"actorName\":\"brief\",\"role\":\"viewer\",\"expiresIn\":\"PT1S\"");
    String secret = token.path("token").asText();
    String expiry = get(secret, "/whoami").json().path("expiresAt").asText();

    assertThat(expiry).isEqualTo(token.path("expiresAt").asText()).isNotBlank();
    assertThat(statusAfter(secret, Duration.ofSeconds(1))).isEqualTo(401);
  }

  private static int statusAfter(String token, Duration time) {
    LockSupport.parkNanos(time.toNanos() + 50_000_000);
    return get(token, "/whoami").status();
  }

  private static JsonNode grant(String fields) {
    token("\"actorName\":\"scoped\",\"role\":\"viewer\"");
    Answer answer = admin("POST", "/api/v1/bindings", "{" + fields + "}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static void revoke(JsonNode binding) {
    String id = binding.path("id").asText();
    assertThat(admin("DELETE", "/api/v1/bindings/" + id + "?reason=it%20is%20over", "").status())
        .isEqualTo(200);
    assertThat(admin("DELETE", "/api/v1/bindings/" + id, "").status()).isEqualTo(404);
  }
}
