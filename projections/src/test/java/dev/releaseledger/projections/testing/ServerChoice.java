package dev.releaseledger.projections.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the test server comes from; {@code -Dledger.test.db} forces one and then it must work. */
enum ServerChoice {
  /** The server named by {@code LEDGER_TEST_JDBC_URL}. */
  EXTERNAL {
    @Override
    RunningServer start() {
      return ExternalServer.at(required(System.getenv(ExternalServer.VARIABLE)));
    }

    private static String required(@Nullable String url) {
      if (url == null || url.isBlank()) {
        throw new IllegalStateException(
            "-Dledger.test.db=external needs " + ExternalServer.VARIABLE);
      }
      return url;
    }
  },
  /** A container, and nothing else. */
  TESTCONTAINERS {
    @Override
    RunningServer start() {
      return Containers.start();
    }
  },
  /**
   * A container where an engine answers and the image is at hand, otherwise the embedded server.
   */
  TESTCONTAINERS_OR_EMBEDDED {
    @Override
    @SuppressWarnings("CatchingUnchecked") // Testcontainers fails in many ways; all mean "not here"
    RunningServer start() {
      try {
        return Containers.start();
      } catch (Exception | LinkageError e) {
        System.err.println("Testing on the embedded PostgreSQL: no container starts here. " + e);
        return EMBEDDED.start();
      }
    }
  },
  /** The server from Maven artifacts. */
  EMBEDDED {
    @Override
    RunningServer start() {
      return EmbeddedServer.start();
    }
  };

  abstract RunningServer start();

  static ServerChoice fromEnvironment() {
    return choose(
        System.getProperty("ledger.test.db"),
        System.getenv(ExternalServer.VARIABLE),
        containerEngineSeemsToAnswer());
  }

  static ServerChoice choose(
      @Nullable String forced, @Nullable String externalUrl, boolean containers) {
    if (forced != null && !forced.isBlank()) {
      return switch (forced.toLowerCase(Locale.ROOT)) {
        case "external" -> EXTERNAL;
        case "testcontainers" -> TESTCONTAINERS;
        case "embedded" -> EMBEDDED;
        default ->
            throw new IllegalArgumentException(
                "-Dledger.test.db must be embedded, testcontainers or external, not " + forced);
      };
    }
    if (externalUrl != null && !externalUrl.isBlank()) {
      return EXTERNAL;
    }
    return containers ? TESTCONTAINERS_OR_EMBEDDED : EMBEDDED;
  }

  /** Looking for the socket first saves two seconds and an error line where there is no engine. */
  private static boolean containerEngineSeemsToAnswer() {
    String host = System.getenv("DOCKER_HOST");
    if (host != null && !host.isBlank()) {
      return !host.startsWith("unix://") || Files.exists(Path.of(host.substring(7)));
    }
    return Files.exists(Path.of("/var/run/docker.sock"))
        || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
  }

  /** Keeps the Testcontainers classes unloaded until a container is wanted. */
  private static final class Containers {
    static RunningServer start() {
      return ContainerServer.start();
    }
  }
}
