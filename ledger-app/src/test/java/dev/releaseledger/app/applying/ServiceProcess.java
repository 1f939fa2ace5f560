package dev.releaseledger.app.applying;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The service in a JVM of its own.
 *
 * @param messages what it wrote to stderr until it was ready or ended
 * @param url where it answers, or null when it ended instead
 */
record ServiceProcess(Process process, Path data, List<String> messages, @Nullable String url)
    implements AutoCloseable {

  private static final String LOG = "service.log";
  private static final String READY = "Release Ledger is ready at ";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  static ServiceProcess start(Class<?> main, Path data, Map<String, String> variables)
      throws IOException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            "--port",
            "0",
            "--data",
            data.toString());
    Files.createDirectories(data);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.to(data.resolve(LOG).toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    BufferedReader errors = process.errorReader();
    List<String> messages = new ArrayList<>();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      messages.add(line);
      if (line.startsWith(READY)) {
        Thread _ = Thread.ofVirtual().start(() -> drain(errors));
        String url = line.substring(READY.length()).split(" ", 2)[0];
        return new ServiceProcess(process, data, messages, url);
      }
    }
    return new ServiceProcess(process, data, messages, null);
  }

  /** What it has logged since it was started. */
  List<String> log() throws IOException {
    return Files.readAllLines(data.resolve(LOG));
  }

  private static void drain(BufferedReader errors) {
    try {
      long _ = errors.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The process is gone, and its pipe with it.
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .header("Authorization", "Bearer " + Files.readString(data.resolve("admin.token")).strip());
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Waits for the end of the process and answers with its exit code. */
  int ended() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the service is still running");
    }
    return process.exitValue();
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    int _ = process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as {@code kill} does, and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        Process _ = process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }
}
