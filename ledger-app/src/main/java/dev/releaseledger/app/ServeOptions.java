package dev.releaseledger.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * The words after {@code serve}.
 *
 * @param port where the service listens; 0 takes a free one
 * @param data the folder of the service's own files
 */
record ServeOptions(int port, Path data) {

  private static final int DEFAULT_PORT = 8080;

  static ServeOptions parse(String[] arguments, Map<String, String> environment) {
    int port = port(environment.getOrDefault("LEDGER_PORT", Integer.toString(DEFAULT_PORT)));
    Path data = dataFolder(environment);
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (i == 0 && word.equals("serve")) {
        continue;
      }
      String[] parts = word.split("=", 2);
      String value = parts.length == 2 ? parts[1] : i + 1 < arguments.length ? arguments[++i] : "";
      switch (parts[0]) {
        case "--port" -> port = port(value);
        case "--data" -> data = folder(value);
        default ->
            throw new UsageException(
                "unknown option %s; usage: ledgerctl serve [--port PORT] [--data DIR]"
                    .formatted(word));
      }
    }
    return new ServeOptions(port, data.toAbsolutePath().normalize());
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    throw new UsageException("--port must be a number from 0 to 65535, not '" + text + "'");
  }

  private static Path folder(String text) {
    if (text.isBlank()) {
      throw new UsageException("--data must name a folder");
    }
    return Path.of(text);
  }

  private static Path dataFolder(Map<String, String> environment) {
    String chosen = environment.get("LEDGER_DATA");
    if (chosen != null) {
      return Path.of(chosen);
    }
    String shared = environment.get("XDG_DATA_HOME");
    Path base =
        shared == null
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(shared);
    return base.resolve("release-ledger");
  }
}
