package dev.releaseledger.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service over HTTP: asks, tells, and turns every refusal into a {@link LedgerProblem}. */
public final class LedgerApi {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  // A plan reads two databases and a repository; only a dead service takes longer than this.
  private static final Duration ANSWER = Duration.ofMinutes(10);

  // A service that is followed says something every 15 seconds.
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final int PART = 8192;

  static {
    // The JDK repeats a POST whose connection broke; an apply must never be sent twice.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final String server;
  private final Credentials credentials;
  private final Positions positions;

  /**
   * Creates a client.
   *
   * @param server the base URL without a trailing slash
   * @param credentials the bearer token, when one is known
   */
  public LedgerApi(String server, Credentials credentials, Positions positions) {
    this.server = server;
    this.credentials = credentials;
    this.positions = positions;
  }

  /** Returns what is there, no older than our own last write. */
  public JsonNode get(Resource resource) {
    return exchange("GET", resource, null);
  }

  /** Returns a text that is there, no older than our own last write. */
  public String text(Resource resource) {
    return text(resource, "*/*");
  }

  /** Returns what is there as a text of this media type. */
  public String text(Resource resource, String mediaType) {
    return answer("GET", resource, null, mediaType)
        .textOrProblem(server, credentials.token() != null);
  }

  /** Sends a command and returns its answer. */
  public JsonNode post(Resource resource, Body body) {
    return exchange("POST", resource, body);
  }

  /** Sends a command and returns the file that it is answered with. */
  public byte[] file(Resource resource, Body body) {
    String token = credentials.token();
    try {
      HttpURLConnection connection = open("POST", resource, token, "*/*");
      send(connection, Json.pretty(body.fields()));
      requireResult(connection, token);
      new Answer(200, connection.getHeaderField("Ledger-Position"), "")
          .position()
          .ifPresent(positions::remember);
      try (InputStream in = connection.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new LedgerProblem(unreachable(e));
    }
  }

  private void requireResult(HttpURLConnection connection, @Nullable String token)
      throws IOException {
    if (connection.getResponseCode() >= 400) {
      JsonNode unused = receive(connection).bodyOrProblem(server, token != null);
    }
  }

  /** Puts something in the place of what is there and returns the answer. */
  public JsonNode put(Resource resource, Body body) {
    return exchange("PUT", resource, body);
  }

  /** Removes what is there. */
  public void delete(Resource resource) {
    JsonNode unused = exchange("DELETE", resource, null);
  }

  /** Copies an answer that is no document as it comes, however long it is; all of it, or fails. */
  public void copy(Resource resource, PrintWriter out) {
    String token = credentials.token();
    try {
      HttpURLConnection connection = open("GET", resource, token, "*/*");
      requireResult(connection, token);
      try (Reader in = new InputStreamReader(connection.getInputStream(), UTF_8)) {
        char[] part = new char[PART];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
          out.write(part, 0, length);
          // A writer that prints keeps to itself that a disk is full or a reader has gone.
          if (out.checkError()) {
            throw new LedgerProblem(unwritable());
          }
        }
      }
    } catch (IOException e) {
      throw new LedgerProblem(unreachable(e));
    }
  }

  /**
   * Hears what happens as long as the connection lasts; false when the listener wants no more.
   *
   * @param last the position behind which to begin
   */
  public boolean follow(Resource resource, long last, ServerEvent.Listener listener) {
    String token = credentials.token();
    try {
      HttpURLConnection connection = open("GET", resource, token, "text/event-stream");
      connection.setReadTimeout((int) SILENCE.toMillis());
      connection.setRequestProperty("Last-Event-ID", Long.toString(last));
      requireResult(connection, token);
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
        ServerEvents events = new ServerEvents(in);
        for (ServerEvent event = events.next(); event != null; event = events.next()) {
          if (!listener.hear(event)) {
            connection.disconnect();
            return false;
          }
        }
      }
      return true;
    } catch (IOException e) {
      throw new LedgerProblem(unreachable(e));
    }
  }

  private JsonNode exchange(String method, Resource resource, @Nullable Body body) {
    return answer(method, resource, body, "application/json")
        .bodyOrProblem(server, credentials.token() != null);
  }

  private Answer answer(String method, Resource resource, @Nullable Body body, String mediaType) {
    try {
      HttpURLConnection connection = open(method, resource, credentials.token(), mediaType);
      if (body != null) {
        send(connection, Json.pretty(body.fields()));
      }
      Answer answer = receive(connection);
      answer.position().ifPresent(positions::remember);
      return answer;
    } catch (IOException e) {
      throw new LedgerProblem(unreachable(e));
    }
  }

  private HttpURLConnection open(
      String method, Resource resource, @Nullable String token, String mediaType)
      throws IOException {
    URI uri = URI.create(server + "/api/v1" + resource.path());
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout((int) CONNECT.toMillis());
    connection.setReadTimeout((int) ANSWER.toMillis());
    // A redirect would carry the token to a place nobody named.
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Accept", mediaType + ", application/problem+json");
    if (token != null) {
      connection.setRequestProperty("Authorization", "Bearer " + token);
    }
    if (method.equals("GET")) {
      positions
          .last()
          .ifPresent(position ->
              connection.setRequestProperty("Ledger-Await-Position", Long.toString(position)));
    }
    return connection;
  }

  private static void send(HttpURLConnection connection, String json) throws IOException {
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json.getBytes(UTF_8));
    }
  }

  private static Answer receive(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String body = in == null ? "" : new String(in.readAllBytes(), UTF_8);
      return new Answer(status, connection.getHeaderField("Ledger-Position"), body);
    }
  }

  private static Problem unwritable() {
    return Problem.of(
        "unwritable-output",
        "fault",
        "The output could not be written to its end",
        "What was written is not all there is: the disk is full, or whoever read it has gone.",
        "Ask again where there is room for all of it, or for less of it with --limit and --since.");
  }

  private Problem unreachable(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Problem.of(
        "service-unreachable",
        "unreachable",
        "The service cannot be reached",
        "No answer from " + server + ": " + reason + ".",
        "Start it with `ledgerctl serve`, or name another one with --server, LEDGER_SERVER or"
            + " `ledgerctl context set --server URL`.");
  }
}
