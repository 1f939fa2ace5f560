package dev.releaseledger.app.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.webhook.Receiver;
import dev.releaseledger.app.webhook.Receiver.Received;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscriptions through the service, to receivers that are there. */
class SubscriptionsApiTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final String ALL = "/api/v1/subscriptions";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final Operator PROD =
      new Operator(SERVICE.the(Ledger.class), "noticeshop", "prod");

  private final Receiver receiver = new Receiver(Receiver.says(200, "ok"));
  private final String name = "hook-" + COUNT.incrementAndGet();

  @BeforeAll
  static void fill() {
    Ledger ledger = SERVICE.the(Ledger.class);
    for (String project : List.of("noticeshop", "noticebank")) {
      ledger.record(
          new CreateProject(
              project, "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    }
    PROD.create(0);
  }

  @AfterEach
  void close() {
    Answer ignored = admin("DELETE", ALL + "/" + name, "");
    assertThat(ignored.status()).isIn(200, 404);
    receiver.close();
  }

  private static Answer admin(String method, String path, String body) {
    return SERVICE.call(Role.ADMIN, method, path, body);
  }

  private JsonNode create(String channel, String fields) {
    Answer answer =
        admin(
            "POST",
            ALL,
            "{\"name\":\"%s\",\"channel\":\"%s\",\"to\":[\"%s/T0/hushed?key=hushed\"]%s}"
                .formatted(name, channel, receiver.url(), fields));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode post(String path, String body) {
    Answer answer = admin("POST", path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode one(String id) {
    return admin("GET", ALL + "/" + id, "").json();
  }

  private static String token(String role, String project) {
    return admin(
            "POST",
            "/api/v1/tokens",
            "{\"actorName\":\"noticed\",\"role\":\"%s\",\"project\":\"%s\"}"
                .formatted(role, project))
        .json()
        .path("token")
        .asText();
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static JsonNode deliveries(String subscription, String status) {
    return admin("GET", "/api/v1/deliveries?subscription=" + subscription + "&status=" + status, "")
        .json()
        .path("items");
  }

  @Test
  void what_happens_is_posted_to_the_receiver_who_verifies_it() throws Exception {
    String secret = create("webhook", ",\"project\":\"noticeshop\"").path("secret").asText();
    PROD.freeze("told outside");
    PROD.unfreeze();
    await(() -> receiver.received().size() == 2);

    Received request = receiver.received().getFirst();
    assertThat(request.header("webhook-signature").split(" "))
        .containsExactly(signed(secret, request));
    JsonNode event = read(request.body());
    assertThat(event.path("type").asText()).isEqualTo("dev.releaseledger.environment-frozen.v1");
    assertThat(event.path("subject").asText()).isEqualTo("noticeshop/prod");
    assertThat(event.path("data").path("sentence").asText()).isEqualTo("froze prod: told outside");
    assertThat(event.path("data").path("event").path("reason").asText()).isEqualTo("told outside");
    await(() -> deliveries(name, "delivered").size() == 2);
    assertThat(one(name).path("lastDeliveredAt").asText()).isNotEmpty();
  }

  private static String signed(String secret, Received request) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.replaceFirst("whsec_", "")), "HmacSHA256"));
    String content =
        request.header("webhook-id")
            + "."
            + request.header("webhook-timestamp")
            + "."
            + request.body();
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Test
  void the_secret_is_shown_once_and_the_url_never() {
    JsonNode created = create("webhook", ",\"events\":[\"plan-approved\"],\"severity\":\"notice\"");

    assertThat(created.path("secret").asText()).startsWith("whsec_");
    assertThat(created.path("to")).hasToString("[\"%s/...\"]".formatted(origin()));
    assertThat(created.path("state").asText()).isEqualTo("active");
    for (String path : List.of(ALL, ALL + "/" + name, "/api/v1/timeline?limit=1000")) {
      assertThat(admin("GET", path, "").text())
          .doesNotContain("hushed")
          .doesNotContain(created.path("secret").asText());
    }
    JdbcClient jdbc = SERVICE.the(JdbcClient.class);
    assertThat(jdbc.sql("select payload from ledger_event").query(String.class).list())
        .noneMatch(payload -> payload.contains("hushed"));
  }

  private String origin() {
    return receiver.url().replaceFirst("/hook$", "");
  }

  @Test
  void a_test_is_sent_at_once_and_tells_what_the_receiver_said() {
    create("slack", ",\"project\":\"noticebank\"");

    JsonNode delivered = post(ALL + "/" + name + "/test", "");
    receiver.now(Receiver.says(403, "who is T0/hushed?"));
    JsonNode refused = post(ALL + "/" + name + "/test", "");

    assertThat(delivered)
        .hasToString("{\"delivered\":true,\"status\":200,\"answer\":\"accepted\"}");
    assertThat(refused.path("delivered").asBoolean()).isFalse();
    assertThat(refused.path("status").asInt()).isEqualTo(403);
    assertThat(read(receiver.received().getFirst().body()).path("text").asText())
        .contains("sent a test to subscription " + name);
  }

  @Test
  void what_was_given_up_is_listed_and_replayed() {
    create("webhook", ",\"project\":\"noticeshop\",\"events\":[\"environment-frozen\"]");
    receiver.now(Receiver.says(500, "broken"));
    PROD.freeze("in vain");
    PROD.unfreeze();
    await(() -> deliveries(name, "dead").size() == 1);
    JsonNode dead = deliveries(name, "dead").path(0);
    assertThat(dead.path("attempts").asInt()).isEqualTo(2);
    assertThat(dead.path("code").asInt()).isEqualTo(500);
    assertThat(dead.path("answer").asText()).isEqualTo("it answered 500: broken");
    assertThat(one(name).path("dead").asInt()).isEqualTo(1);
    receiver.now(Receiver.says(200, ""));

    JsonNode all = post("/api/v1/deliveries/replay", "{\"subscription\":\"%s\"}".formatted(name));
    await(() -> deliveries(name, "delivered").size() == 1);
    JsonNode again =
        post("/api/v1/deliveries/" + dead.path("id").asText() + "/replay", "{\"reason\":\"lost\"}");

    assertThat(all.path("replayed").asInt()).isEqualTo(1);
    assertThat(again.path("id")).isEqualTo(dead.path("id"));
    await(() -> receiver.received().size() == 4);
    assertThat(receiver.received().stream().map(it -> it.header("webhook-id")))
        .containsOnly(dead.path("id").asText());
  }

  @Test
  void it_says_at_once_behind_which_entry_it_begins() {
    JsonNode created = create("webhook", "");
    JsonNode at =
        admin("GET", "/api/v1/timeline?limit=1&object=" + created.path("id").asText(), "").json();
    post(ALL + "/" + name + "/pause", "{}");
    JsonNode resumed = post(ALL + "/" + name + "/resume", "{}");

    assertThat(at.path("items").path(0).path("type").asText()).isEqualTo("subscription-created");
    assertThat(created.path("from")).isEqualTo(at.path("items").path(0).path("position"));
    assertThat(resumed.path("from").asLong()).isGreaterThan(created.path("from").asLong());
    await(() -> one(name).path("from").asLong() == resumed.path("from").asLong());
  }

  @Test
  void it_is_paused_resumed_rotated_and_removed() {
    String first = create("webhook", "").path("secret").asText();

    JsonNode paused = post(ALL + "/" + name + "/pause", "{\"reason\":\"noise\"}");
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    assertThat(paused.path("pauseReason").asText()).isEqualTo("noise");
    assertThat(admin("POST", ALL + "/" + name + "/pause", "{}").status()).isEqualTo(409);
    assertThat(post(ALL + "/" + name + "/resume", "{}").path("state").asText()).isEqualTo("active");
    JsonNode rotated = post(ALL + "/" + name + "/rotate", "{\"grace\":\"PT1H\"}");
    assertThat(rotated.path("secret").asText()).startsWith("whsec_").isNotEqualTo(first);
    assertThat(rotated.path("previousSecretUntil").asText()).isNotEmpty();
    assertThat(admin("DELETE", ALL + "/" + name, "").status()).isEqualTo(200);
    assertThat(admin("GET", ALL + "/" + name, "").status()).isEqualTo(404);
  }

  @Test
  void who_administers_a_project_says_who_is_told_of_it_and_of_nothing_else() {
    String body = "{\"name\":\"%s\",\"channel\":\"slack\",\"to\":[\"%s\"]%s}";
    String admin = token("admin", "noticeshop");
    String everywhere = body.formatted(name, receiver.url(), "");
    String bank = body.formatted(name, receiver.url(), ",\"project\":\"noticebank\"");
    String shop =
        body.formatted(
            name, receiver.url(), ",\"project\":\"noticeshop\",\"environment\":\"prod\"");

    assertThat(status(admin, "POST", ALL, everywhere)).isEqualTo(403);
    assertThat(status(admin, "POST", ALL, bank)).isEqualTo(403);
    assertThat(status(token("operator", "noticeshop"), "POST", ALL, shop)).isEqualTo(403);
    assertThat(status(admin, "POST", ALL, shop)).isEqualTo(201);

    String auditor = token("auditor", "noticeshop");
    String others = token("admin", "noticebank");
    String one = ALL + "/" + name;
    assertThat(status(auditor, "GET", one, "")).isEqualTo(200);
    assertThat(status(auditor, "POST", one + "/pause", "{}")).isEqualTo(403);
    assertThat(status(others, "GET", one, "")).isEqualTo(403);
    assertThat(status(others, "POST", one + "/test", "")).isEqualTo(403);
    assertThat(status(others, "DELETE", one, "")).isEqualTo(403);
    assertThat(status(others, "GET", "/api/v1/deliveries?subscription=" + name, "")).isEqualTo(403);
    assertThat(names(auditor)).contains(name);
    assertThat(names(others)).doesNotContain(name);
    assertThat(status(admin, "DELETE", one, "")).isEqualTo(200);
  }

  private static int status(@Nullable String token, String method, String path, String body) {
    return SERVICE.with(token, method, path, body).status();
  }

  private static List<String> names(String token) {
    return SERVICE.with(token, "GET", ALL, "").json().path("items").findValuesAsText("name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"channel":"slack","to":["https://1.1.1.1/"]}                                  | invalid-value
          {"name":"Not A Name","channel":"slack","to":["https://1.1.1.1/"]}              | invalid-value
          {"name":"bad-1","channel":"pigeon","to":["https://1.1.1.1/"]}                  | invalid-value
          {"name":"bad-1","channel":"slack"}                                             | invalid-value
          {"name":"bad-1","channel":"slack","to":[]}                                     | invalid-value
          {"name":"bad-1","channel":"slack","to":["https://1.1.1.1/","https://1.1.1.1"]} | invalid-value
          {"name":"bad-1","channel":"slack","to":["ftp://1.1.1.1/"]}                     | invalid-value
          {"name":"bad-1","channel":"slack","to":["https://10.0.0.1/"]}                  | address-not-allowed
          {"name":"bad-1","channel":"slack","to":["http://1.1.1.1/"]}                    | address-not-allowed
          {"name":"bad-1","channel":"mail","to":["dba@example.org"]}                     | no-mail-server
          {"name":"bad-1","channel":"slack","to":["https://1.1.1.1/"],"severity":"loud"} | invalid-value
          {"name":"bad-1","channel":"slack","to":["https://1.1.1.1/"],"events":["boom"]} | invalid-value
          {"name":"bad-1","channel":"slack","to":["https://1.1.1.1/"],"project":"none"}  | unknown-project
          {"name":"bad-1","channel":"slack","to":["https://1.1.1.1/"],"environment":"x"} | invalid-value
          """)
  void what_makes_no_sense_is_refused(String body, String problem) {
    Answer answer = admin("POST", ALL, body);

    assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
    assertThat(answer.json().path("type").asText()).isEqualTo("/problems/" + problem);
    assertThat(admin("GET", ALL + "/bad-1", "").status()).isEqualTo(404);
  }

  @Test
  void a_name_is_given_once() {
    create("slack", "");

    Answer again =
        admin(
            "POST",
            ALL,
            "{\"name\":\"%s\",\"channel\":\"slack\",\"to\":[\"%s\"]}"
                .formatted(name, receiver.url()));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("type").asText()).isEqualTo("/problems/subscription-name-taken");
    assertThat(admin("POST", ALL + "/" + name + "/rotate", "{}").json().path("type").asText())
        .isEqualTo("/problems/no-signing-secret");
  }
}
