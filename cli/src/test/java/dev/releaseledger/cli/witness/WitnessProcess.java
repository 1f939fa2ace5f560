package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.evidence.key.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, as an operator runs it. */
public final class WitnessProcess implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final JsonNode started;

  private WitnessProcess(Process process, JsonNode started) {
    this.process = process;
    this.started = started;
  }

  /** Starts a witness on any port and waits until it can be asked. */
  static WitnessProcess serve(Path home, String... more) throws IOException {
    return serve(0, home, more);
  }

  /** Starts a witness on a port and waits until it can be asked. */
  public static WitnessProcess serve(int port, Path home, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("witness", "serve", "--format", "json", "--port", "" + port));
    arguments.addAll(List.of("--data", "w", "--logs", "logs"));
    arguments.addAll(List.of(more));
    Process process = builder(home, arguments).start();
    StringBuilder answer = new StringBuilder();
    // The answer is pretty JSON, which ends with a brace in the first column.
    InputStream out = process.getInputStream();
    for (int c = out.read(); c >= 0; c = out.read()) {
      answer.append((char) c);
      if (answer.toString().endsWith("\n}\n")) {
        return new WitnessProcess(process, Json.read(answer.toString()));
      }
    }
    throw new IllegalStateException("the witness did not start: " + Files.readString(err(home)));
  }

  /** Runs a command to its end. */
  static Ended run(Path home, String... arguments) throws IOException, InterruptedException {
    Process process = builder(home, List.of(arguments)).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err(home)));
  }

  /** How a command ended, and what it said. */
  record Ended(int code, String out, String err) {}

  /** With what its cosignatures are verified. */
  public VerifierKey key() {
    return VerifierKey.parse(started.path("key").asText()).orThrow();
  }

  JsonNode started() {
    return started;
  }

  HttpResponse<String> ask(byte[] request) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at("/add-checkpoint")).POST(BodyPublishers.ofByteArray(request)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  /** Where it is asked. */
  public URI url() {
    return URI.create(started.path("url").asText());
  }

  private URI at(String path) {
    return URI.create(url() + path);
  }

  /** Ends it without giving it time for anything. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.close();
  }

  private static Path err(Path home) {
    return home.resolve("err");
  }

  private static ProcessBuilder builder(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.releaseledger.cli.LedgerCtl");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectError(err(home).toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    return builder;
  }
}
