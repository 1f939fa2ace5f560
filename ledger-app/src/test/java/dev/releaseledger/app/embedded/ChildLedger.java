package dev.releaseledger.app.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link StandInLedger} in a JVM of its own. */
record ChildLedger(Process process, String firstLine) implements AutoCloseable {

  static ChildLedger start(Path data) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), Map.of(), data);
  }

  /**
   * Starts one and waits until it is ready or refuses.
   *
   * @param prefix the words before the java command, to run it as somebody else
   */
  static ChildLedger start(
      List<String> prefix, String classPath, Map<String, String> environment, Path data)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath));
    command.addAll(List.of(StandInLedger.class.getName(), data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    return new ChildLedger(process, String.valueOf(output.readLine()));
  }

  int port() {
    return Integer.parseInt(firstLine.split(" ", 3)[1]);
  }

  String rows() {
    return firstLine.split(" ", 3)[2];
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it cleanly. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
