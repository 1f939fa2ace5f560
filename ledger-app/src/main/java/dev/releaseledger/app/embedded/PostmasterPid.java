package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server says about itself in {@code postmaster.pid}. */
record PostmasterPid(long pid, int port, boolean ready) {

  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Nothing when there is no file, or the server has not yet written enough of it. */
  static Optional<PostmasterPid> read(Path cluster) throws IOException {
    try {
      return parse(Files.readAllLines(file(cluster)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  static Optional<PostmasterPid> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
    return Optional.of(
        new PostmasterPid(
            Long.parseLong(lines.get(0).strip()),
            port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
            lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
  }

  /** The process, if it is alive and a PostgreSQL; a number can be given to another one later. */
  Optional<ProcessHandle> server() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("postgres").contains("postgres"));
  }
}
