package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running server, tied to this process by a pipe: when this process ends, so does the server. */
final class ServerProcess implements AutoCloseable {

  /**
   * Runs the server and, beside it, waits for the end of standard input, which comes when the
   * starting process closes it or dies in any way. The process to signal is the one the server
   * wrote down: what was started may be a wrapper, and {@code su} kills what it runs two seconds
   * after it was asked to stop. The wrapper is asked only before there is anything else to ask.
   */
  private static final String WATCHDOG =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      {
        cat <&3 >/dev/null
        while kill -0 "$server"; do
          pid=$(head -n 1 "$PGPIDFILE")
          asked=${pid:-${asked:-$server}}
          kill -INT "$asked"
          sleep 0.1
        done
      } 2>/dev/null &
      watcher=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill "$watcher" 2>/dev/null
      exit "$status"
      """;

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(15);

  private final DataDirectory data;
  private final Process process;
  private final int port;
  private final long logStart;

  private ServerProcess(DataDirectory data, Process process, int port, long logStart) {
    this.data = data;
    this.process = process;
    this.port = port;
    this.logStart = logStart;
  }

  /** Starts the server and returns when it answers on the port. */
  static ServerProcess start(Cluster cluster, int port) throws IOException, InterruptedException {
    DataDirectory data = cluster.data();
    data.rotateLog();
    long logStart = Files.size(data.log());
    ProcessBuilder builder = Command.prepared(command(cluster, port));
    builder.environment().put("PGPIDFILE", PostmasterPid.file(data.cluster()).toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()));
    ServerProcess server = new ServerProcess(data, builder.start(), port, logStart);
    try {
      server.awaitReady();
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  boolean isRunning() {
    return process.isAlive();
  }

  private static List<String> command(Cluster cluster, int port) throws InterruptedException {
    List<String> command = new ArrayList<>();
    if (Command.run(SIGNAL_LIMIT, List.of("setsid", "true")).exitCode() == 0) {
      // Ctrl-C in a terminal is for the ledger, which stops its server when it is done with it.
      command.add("setsid");
    }
    command.addAll(List.of("sh", "-c", WATCHDOG, "ledger-postgres"));
    List<String> server = new ArrayList<>();
    server.add(cluster.binaries().program("postgres").toString());
    server.addAll(List.of("-D", cluster.data().cluster().toString()));
    ServerSettings.of(cluster.purpose(), port)
        .forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
    command.addAll(cluster.drop().command(server));
    return command;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new EmbeddedPostgresException(
            "PostgreSQL did not start. Its log " + data.log() + " ends:\n" + log());
      }
      if (System.nanoTime() > deadline) {
        throw new EmbeddedPostgresException(
            "PostgreSQL did not answer within "
                + START_LIMIT.toSeconds()
                + " s. Its log "
                + data.log()
                + " ends:\n"
                + log());
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isReady() throws IOException {
    Optional<PostmasterPid> state = PostmasterPid.read(data.cluster());
    return state.isPresent() && state.get().ready() && state.get().port() == port;
  }

  /** What the server has logged since this start. */
  private String log() throws IOException {
    byte[] all = Files.readAllBytes(data.log());
    int from = (int) Math.min(logStart, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
  }

  /** Stops the server cleanly and waits for its end; open connections are closed. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        stopAtOnce();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      // The watchdog has been told; it stops the server whether or not anybody waits.
      Thread.currentThread().interrupt();
    }
  }

  private void stopAtOnce() throws IOException, InterruptedException {
    Optional<PostmasterPid> state = PostmasterPid.read(data.cluster());
    if (state.isPresent()) {
      signal("QUIT", state.get().pid());
    }
    if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  static void signal(String name, long pid) throws InterruptedException {
    Command.Outcome outcome =
        Command.run(SIGNAL_LIMIT, List.of("sh", "-c", "kill -" + name + " " + pid));
    if (outcome.exitCode() != 0 && ProcessHandle.of(pid).isPresent()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL process " + pid + " cannot be stopped: " + outcome.output().strip());
    }
  }
}
