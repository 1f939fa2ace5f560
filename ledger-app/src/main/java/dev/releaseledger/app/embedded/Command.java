package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs, away from this process's locale and PostgreSQL settings. */
final class Command {

  /** How a program ended and what it printed, errors included. */
  record Outcome(int exitCode, String output) {}

  private Command() {}

  /** A builder whose environment is the same on every machine. */
  static ProcessBuilder prepared(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    // Debian keeps runuser in a folder that is not on an ordinary user's path.
    environment.put("PATH", path + ":/usr/bin:/bin:/usr/sbin:/sbin");
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }

  /**
   * Runs a program to its end; one that is missing or too slow has failed, which is no error here.
   */
  static Outcome run(Duration limit, List<String> command) throws InterruptedException {
    try {
      Process process = prepared(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (var output = process.getInputStream()) {
        Thread timer =
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                      process.destroyForcibly();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        timer.join();
        return new Outcome(process.waitFor(), text);
      }
    } catch (IOException e) {
      return new Outcome(-1, String.valueOf(e.getMessage()));
    }
  }
}
