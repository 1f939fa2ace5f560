package dev.releaseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.LedgerApi;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Positions;
import dev.releaseledger.cli.api.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The service as a child process, from its start to its answer, to its clean stop. */
final class ServiceProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<String> NOT_FOR_THE_SERVICE =
      Set.of("LEDGER_SERVER", "LEDGER_TOKEN", "LEDGER_DB_URL", "LEDGER_DB_USER", "LEDGER_DATA");

  private final Process process;
  private final Path log;
  private final String url;

  private ServiceProcess(Process process, Path log, String url) {
    this.process = process;
    this.log = log;
    this.url = url;
  }

  static ServiceProcess start(List<String> serviceCommand, Path data, Path log) {
    try {
      int port = freePort();
      List<String> command = new ArrayList<>(serviceCommand);
      command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      // Whatever ledger the caller works with otherwise, the demo has one of its own.
      builder.environment().keySet().removeAll(NOT_FOR_THE_SERVICE);
      return new ServiceProcess(builder.start(), log, "http://127.0.0.1:" + port);
    } catch (IOException e) {
      throw new Deviation("the service did not start", e);
    }
  }

  String url() {
    return url;
  }

  long pid() {
    return process.pid();
  }

  void awaitHealth() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isUp()) {
      if (!process.isAlive()) {
        throw new Deviation("the service stopped by itself; its last words:\n" + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new Deviation(
            "the service did not answer within " + PATIENCE.toSeconds() + " s:\n" + lastWords());
      }
      pause();
    }
  }

  /** Asks the service to stop, and only when it does not, makes it. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        Process unused = process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isUp() {
    try {
      JsonNode health =
          new LedgerApi(url, () -> null, new NoPositions()).get(Resource.of("health"));
      return health.path("status").asText().equals("up");
    } catch (LedgerProblem notYet) {
      return false;
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(none: " + e.getMessage() + ")";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Deviation("it was interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private record NoPositions() implements Positions {

    @Override
    public OptionalLong last() {
      return OptionalLong.empty();
    }

    @Override
    public void remember(long position) {}
  }
}
