package dev.releaseledger.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.port.Receipt.Outcome;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.webhook.Receiver.Received;
import dev.releaseledger.domain.notice.Channel;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posting to receivers, of which some mean no good. */
class WebCourierTest {

  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");
  private static final Duration TIMEOUT = Duration.ofMillis(400);

  private final Receiver receiver = new Receiver(Receiver.says(204, ""));

  @AfterEach
  void close() {
    receiver.close();
  }

  private static LedgerSettings.Notices settings(String privateAddresses) {
    return new LedgerSettings.Notices(
        "",
        "",
        privateAddresses,
        Duration.ofSeconds(1),
        3,
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        TIMEOUT,
        Duration.ofHours(24),
        Duration.ofDays(30));
  }

  private static WebCourier courier(String privateAddresses) {
    return new WebCourier(
        settings(privateAddresses), new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Receipt deliver(String privateAddresses, Channel channel, String... secrets) {
    return deliver(privateAddresses, Notices.parcel(channel, receiver.url(), secrets));
  }

  private static Receipt deliver(String privateAddresses, Parcel parcel) {
    WebCourier courier = courier(privateAddresses);
    try {
      return courier.deliver(parcel, Notices.approved());
    } finally {
      courier.close();
    }
  }

  @Test
  void a_cloud_event_is_posted_signed() {
    Receipt receipt = deliver("allowed", Channel.WEBHOOK, Notices.SECRET, "whsec_AAAA");

    assertThat(receipt.outcome()).isEqualTo(Outcome.TAKEN);
    assertThat(receipt.status()).isEqualTo(204);
    Received request = receiver.received().getFirst();
    assertThat(request.header("Content-Type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(request.header("User-Agent")).isEqualTo("release-ledger");
    assertThat(request.headers()).doesNotContainKey("Upgrade");
    assertThat(request.header("webhook-id")).isEqualTo("msg_1");
    assertThat(request.header("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
    assertThat(request.header("webhook-signature"))
        .isEqualTo(
            WebhookSignature.of(
                List.of(Notices.SECRET, "whsec_AAAA"),
                "msg_1",
                NOW,
                request.body().getBytes(UTF_8)));
  }

  @Test
  void messages_to_slack_and_teams_are_json_without_a_signature() {
    for (Channel channel : List.of(Channel.SLACK, Channel.TEAMS)) {
      assertThat(deliver("allowed", channel).outcome()).isEqualTo(Outcome.TAKEN);
      Received request = receiver.received().getLast();
      assertThat(request.header("Content-Type")).startsWith("application/json");
      assertThat(request.headers()).doesNotContainKeys("Webhook-id", "Webhook-signature");
    }
  }

  @Test
  void a_redirect_is_not_followed() {
    receiver.now(exchange -> {
      exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
      exchange.sendResponseHeaders(307, -1);
    });

    Receipt receipt = deliver("allowed", Channel.WEBHOOK, Notices.SECRET);

    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipt.text()).contains("redirect");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void a_receiver_that_hangs_is_left_after_a_while() {
    receiver.now(exchange -> LockSupport.parkNanos(Duration.ofSeconds(20).toNanos()));

    assertThat(deliver("allowed", Channel.SLACK))
        .isEqualTo(Receipt.failed("it did not answer in time"));
  }

  @Test
  void an_answer_that_comes_byte_by_byte_is_not_waited_for() {
    receiver.now(exchange -> {
      exchange.sendResponseHeaders(200, 100_000);
      OutputStream out = exchange.getResponseBody();
      for (int i = 0; i < 200; i++) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    });
    long start = System.nanoTime();

    Receipt receipt = deliver("allowed", Channel.SLACK);

    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void of_an_answer_without_end_only_the_beginning_is_read() {
    receiver.now(exchange -> {
      exchange.sendResponseHeaders(500, 0);
      byte[] chunk = "y".repeat(65_536).getBytes(UTF_8);
      for (int i = 0; i < 2000; i++) {
        exchange.getResponseBody().write(chunk);
      }
    });

    Receipt receipt = deliver("allowed", Channel.SLACK);

    assertThat(receipt.status()).isEqualTo(500);
    assertThat(receipt.text()).startsWith("it answered 500: yyy").hasSizeLessThan(250);
  }

  @Test
  void a_receiver_that_closes_the_door_is_told_from_one_that_is_not_there() throws Exception {
    receiver.now(exchange -> {
      // Nothing is answered.
    });
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThat(deliver("allowed", Channel.SLACK).text())
        .isEqualTo("it closed the connection without an answer");
    assertThat(
            deliver("allowed", Notices.parcel(Channel.SLACK, "http://127.0.0.1:" + closed)).text())
        .isEqualTo("it does not take connections");
  }

  @Test
  void the_operator_who_allows_no_longer_is_heard_when_it_is_sent() {
    Receipt receipt = deliver("", Channel.WEBHOOK, Notices.SECRET);

    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipt.text()).startsWith("its host may not be reached");
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void a_name_that_stands_for_another_address_later_leads_nowhere() {
    Rebinding names = new Rebinding();
    AddressPolicy policy = AddressPolicy.of("");
    WebCourier courier =
        new WebCourier(
            new GuardedResolver(policy, true, names),
            new GuardedResolver(policy, false, names),
            settings(""),
            new ObjectMapper(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    String url = receiver.url().replace("http://127.0.0.1", "https://rebound.example");

    assertThat(courier.admit(Channel.SLACK, List.of(url)).target())
        .startsWith("https://rebound.example");
    Receipt receipt = courier.deliver(Notices.parcel(Channel.SLACK, url), Notices.approved());
    courier.close();

    assertThat(receipt.text()).startsWith("its host may not be reached");
    assertThat(receiver.received()).isEmpty();
  }

  /** A name that is of the internet when it is first asked for, and of this machine afterwards. */
  private static final class Rebinding implements DnsResolver {
    private boolean asked;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      String address = asked ? "127.0.0.1" : "198.41.0.4";
      asked = true;
      return new InetAddress[] {InetAddress.ofLiteral(address)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
