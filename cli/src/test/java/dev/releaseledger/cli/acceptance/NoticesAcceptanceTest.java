package dev.releaseledger.cli.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody outside is told what happens in an environment, and can tell that it is true. */
class NoticesAcceptanceTest extends AcceptanceTest {

  /** What the receiver was sent. */
  private record Received(String id, String at, String signature, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  @SuppressWarnings("NullAway.Init")
  private HttpServer receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void leave() {
    receiver.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
              String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
              String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private void await(int count) {
    for (int i = 0; i < 500 && received.size() < count; i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(received).hasSizeGreaterThanOrEqualTo(count);
  }

  private static String signature(String secret, Received it) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] content = (it.id() + "." + it.at() + "." + it.body()).getBytes(UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
  }

  @Test
  void a_receiver_is_told_what_happens_and_verifies_it() throws Exception {
    environment("dev");
    ledgerctl("env freeze --env dev --reason before").exits(0);
    String name = project + "-pager";
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    String secret =
        ledgerctl(
                "subscription create %s --channel webhook --to %s --project %s --env dev --format json"
                    .formatted(name, url, project))
            .exits(0)
            .json()
            .path("secret")
            .asText();
    ledgerctl("subscription test " + name).exits(0).prints("It arrived (200).");

    ledgerctl("env unfreeze --env dev --reason after").exits(0);
    await(2);

    JsonNode test = Json.read(received.getFirst().body());
    assertThat(test.path("type").asText()).isEqualTo("dev.releaseledger.test.v1");
    Received notice = received.getLast();
    assertThat(notice.signature()).isEqualTo(signature(secret, notice));
    JsonNode event = Json.read(notice.body());
    assertThat(event.path("type").asText()).isEqualTo("dev.releaseledger.environment-unfrozen.v1");
    assertThat(event.path("subject").asText()).isEqualTo(project + "/dev");
    assertThat(event.path("data").path("sentence").asText()).isEqualTo("unfroze dev: after");
    assertThat(event.path("data").path("actor").asText()).isEqualTo("admin");

    status = 410;
    ledgerctl("env freeze --env dev --reason gone").exits(0);
    await(3);
    awaitPaused(name);
    ledgerctl("delivery list --dead --subscription " + name).exits(0).prints("it answered 410");

    status = 200;
    ledgerctl("subscription resume " + name).exits(0);
    ledgerctl("delivery replay --all " + name).exits(0).prints("1 delivery");
    await(4);
    // That it was replayed is told as well, and may be told by now.
    assertThat(received.get(3).id()).isEqualTo(received.get(2).id());
    assertThat(events("dev"))
        .containsSubsequence(
            "subscription-created",
            "environment-unfrozen",
            "environment-frozen",
            "subscription-paused",
            "subscription-resumed",
            "deliveries-replayed");
    ledgerctl("subscription remove " + name).exits(0);
  }

  private void awaitPaused(String name) {
    for (int i = 0; i < 200 && !isPaused(name); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(isPaused(name)).isTrue();
  }

  private boolean isPaused(String name) {
    return ledgerctl("subscription show --format json " + name)
        .exits(0)
        .json()
        .path("state")
        .asText()
        .equals("paused");
  }
}
