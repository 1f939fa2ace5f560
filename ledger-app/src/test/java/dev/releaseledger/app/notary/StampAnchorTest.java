package dev.releaseledger.app.notary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.releaseledger.app.anchoring.GrowingLog;
import dev.releaseledger.app.port.AnchorEntry.Stamper;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StampAnchorTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  private final OfferedCheckpoint offered = new GrowingLog("ledger", "event ").offered(77);
  private final LocalTimestampAuthority authority =
      LocalTimestampAuthority.named("tsa", InstantSource.fixed(NOW));

  @AfterEach
  void stop() {
    authority.close();
  }

  private StampAnchor anchor(URI url, Duration timeout) {
    return new StampAnchor(
        new Stamper("tsa", url, authority.authority()), new Inquiry(timeout), new SecureRandom());
  }

  private AnchorOutcome ask(URI url) {
    return anchor(url, Duration.ofSeconds(5)).keep(offered);
  }

  @Test
  void a_stamp_over_the_note_is_a_receipt_that_verifies() {
    AnchorOutcome outcome = ask(authority.start());

    assertThat(outcome).isInstanceOf(Kept.class);
    byte[] receipt = ((Kept) outcome).receipt();
    TimestampVerifier verifier = new TimestampVerifier(List.of(authority.authority()));
    assertThat(verifier.verify(receipt, offered.note().bytes()))
        .isInstanceOfSatisfying(
            TimestampVerdict.Valid.class, valid -> assertThat(valid.at()).isEqualTo(NOW));
  }

  @Test
  void the_stamp_of_an_authority_that_is_not_trusted_is_no_receipt() {
    try (LocalTimestampAuthority other =
        LocalTimestampAuthority.named("other", InstantSource.fixed(NOW))) {
      assertThat(ask(other.start()))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.reason()).startsWith("the answer is no stamp"));
    }
  }

  @Test
  void a_stamp_that_answers_another_request_is_no_receipt() throws IOException {
    byte[] stale = authority.stamp(offered.note().bytes());

    assertThat(asked(200, stale))
        .isEqualTo(new Failed("the answer is no stamp to believe: it answers another request"));
  }

  @Test
  void an_answer_that_is_no_stamp_is_no_receipt() throws IOException {
    assertThat(asked(200, new byte[] {1, 2, 3})).isInstanceOf(Failed.class);
    assertThat(asked(503, new byte[0])).isEqualTo(new Failed("the authority answered 503"));
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() throws IOException {
    assertThat(asked(200, new byte[1 << 20]))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).startsWith("it cannot be asked"));
  }

  @Test
  void an_answer_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
    HttpServer server = server();
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (int i = 0; i < 1000; i++) {
            out.write(0);
            out.flush();
            pause();
          }
        });
    server.start();
    long begun = System.nanoTime();
    try {
      AnchorOutcome outcome = anchor(at(server), Duration.ofMillis(500)).keep(offered);

      assertThat(outcome).isEqualTo(new Failed("it took too long"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    } finally {
      server.stop(0);
    }
  }

  private AnchorOutcome asked(int status, byte[] answer) throws IOException {
    HttpServer server = server();
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] unused = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    try {
      return ask(at(server));
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static URI at(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
