package dev.releaseledger.app.embedded;

import java.util.Locale;

/** Names the server built for a machine, as the PostgreSQL artifacts do. */
record HostPlatform(String system, String processor) {

  static HostPlatform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static HostPlatform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "darwin" : os.startsWith("linux") ? "linux" : "";
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (system.isEmpty() || processor.isEmpty()) {
      throw new EmbeddedPostgresException(
          "There is no embedded PostgreSQL for "
              + osName
              + " on "
              + osArch
              + ". Set LEDGER_DB_URL to a PostgreSQL server of your own.");
    }
    return new HostPlatform(system, processor);
  }

  /** The archive's place on the class path. */
  String resource() {
    return "/postgres-" + system + "-" + processor + ".txz";
  }
}
