package dev.releaseledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A service that replays answers of the REST contract and remembers what it was asked. */
final class ReplayServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  ReplayServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Adds an answer; several for one request come one after the other, the last again and again. */
  ReplayServer replies(String request, int status, String body) {
    return replies(request, new Reply(status, body, null));
  }

  ReplayServer replies(String request, Reply reply) {
    replies.computeIfAbsent(request, unused -> new ArrayDeque<>()).add(reply);
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  Request last() {
    return requests.getLast();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
    String request = exchange.getRequestMethod() + " " + path;
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(new Request(request, exchange.getRequestHeaders(), body));
    send(exchange, next(request));
  }

  private Reply next(String request) {
    Deque<Reply> queue = replies.getOrDefault(request, new ArrayDeque<>());
    Reply reply = queue.size() > 1 ? queue.poll() : queue.peek();
    return reply != null ? reply : new Reply(500, "nothing was prepared for " + request, null);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.position() != null) {
      exchange.getResponseHeaders().add("Ledger-Position", reply.position());
    }
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** One answer, with the ledger position of a write. */
  record Reply(int status, String body, @Nullable String position) {}

  /** One request, as {@code METHOD /path?query} below the API's base. */
  record Request(String line, Headers headers, String body) {

    @Nullable String header(String name) {
      return headers.getFirst(name);
    }

    JsonNode json() {
      try {
        return Json.read(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }
  }
}
