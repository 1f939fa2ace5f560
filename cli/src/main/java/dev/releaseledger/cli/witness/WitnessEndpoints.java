package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.WitnessAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a witness answers over HTTP (C2SP tlog-witness): {@code add-checkpoint} and checkpoints. */
final class WitnessEndpoints implements AutoCloseable {

  /** More than any request with a checkpoint of a hundred signatures has. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String ADD_CHECKPOINT = "/add-checkpoint";
  private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Cosigning cosigning;
  private final HttpServer server;
  // A caller that is slow holds up nobody but itself.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WitnessEndpoints(Cosigning cosigning, HttpServer server) {
    this.cosigning = cosigning;
    this.server = server;
  }

  /** Starts to answer. */
  static WitnessEndpoints start(Cosigning cosigning, InetSocketAddress address) throws IOException {
    // Seconds, read by the server of the JDK when its first one is made; unlimited by default.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    System.setProperty("jdk.httpserver.maxConnections", "500");
    WitnessEndpoints endpoints = new WitnessEndpoints(cosigning, HttpServer.create(address, 0));
    endpoints.server.createContext("/", endpoints::handle);
    endpoints.server.setExecutor(endpoints.threads);
    endpoints.server.start();
    return endpoints;
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    // Gives what is being answered a second.
    server.stop(1);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher checkpoint = CHECKPOINT.matcher(path);
      if (path.equals(ADD_CHECKPOINT)) {
        addCheckpoint(exchange);
      } else if (checkpoint.matches()) {
        checkpoint(exchange, checkpoint.group(1));
      } else {
        send(exchange, 404, TEXT, "there is " + ADD_CHECKPOINT + " and /HASH/checkpoint\n");
      }
    }
  }

  private void addCheckpoint(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      refuseMethod(exchange, "POST");
      return;
    }
    byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (request.length > MOST_BYTES) {
      send(exchange, 400, TEXT, "a request of more than " + MOST_BYTES + " bytes\n");
      return;
    }
    WitnessAnswer answer = cosigning.answer(request);
    send(exchange, answer.status(), answer.contentType(), answer.body());
  }

  private void checkpoint(HttpExchange exchange, String originHash) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      refuseMethod(exchange, "GET");
      return;
    }
    Optional<Note> last = cosigning.last(originHash);
    send(
        exchange,
        last.isPresent() ? 200 : 404,
        TEXT,
        last.map(Note::written).orElse("nothing of this log has been cosigned\n"));
  }

  private static void refuseMethod(HttpExchange exchange, String allowed) throws IOException {
    exchange.getResponseHeaders().set("Allow", allowed);
    send(exchange, 405, TEXT, "only " + allowed + "\n");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
