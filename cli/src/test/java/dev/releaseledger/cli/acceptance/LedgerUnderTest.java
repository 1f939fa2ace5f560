package dev.releaseledger.cli.acceptance;

import dev.releaseledger.app.ServiceStart;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The service of a test run on its own embedded PostgreSQL: started once, stopped with the JVM.
 *
 * @param data the service's folder
 */
record LedgerUnderTest(Path data) {

  private static final String PRIVILEGES = "ledger.schema.privileges";
  private static final String CALLS = "ledger.limits.calls";
  private static final String RECEIVERS = "ledger.notices.private-addresses";
  private static final String LOOK = "ledger.notices.look";

  private static @Nullable LedgerUnderTest running;
  private static @Nullable LedgerUnderTest governing;

  static synchronized LedgerUnderTest running() {
    LedgerUnderTest ledger = running;
    if (ledger == null) {
      // All tests share the first admin's token.
      ledger = with(Map.of(CALLS, "0", RECEIVERS, "127.0.0.1", LOOK, "100ms"));
      running = ledger;
    }
    return ledger;
  }

  /** Another one, which governs privileges. */
  static synchronized LedgerUnderTest governing() {
    LedgerUnderTest ledger = governing;
    if (ledger == null) {
      ledger = with(Map.of(PRIVILEGES, "governed", CALLS, "0"));
      governing = ledger;
    }
    return ledger;
  }

  /** One more, with settings of its own. */
  static synchronized LedgerUnderTest with(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    try {
      return start();
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private static LedgerUnderTest start() {
    try {
      Path data = Files.createTempDirectory("ledger-acceptance");
      // Handlers run in reverse order: the folder goes after the server that works in it.
      SpringApplication.getShutdownHandlers().add(() -> delete(data));
      // The client's silent logging is on the class path, which Spring takes for a mistake.
      System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
      String[] arguments = {"--port", "0", "--data", data.toString()};
      var context = ServiceStart.with(arguments, Interference.class).run();
      context.registerShutdownHook();
      return new LedgerUnderTest(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first admin's token, which the service left in its folder. */
  String adminToken() {
    return read("admin.token");
  }

  String url() {
    return read("server.url");
  }

  /** How a database of this service is reached without it. */
  Database database(String name) {
    Properties access = properties("embedded.properties");
    return new Database(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(access.getProperty("host"), access.getProperty("port"), name),
        access.getProperty("target.user"),
        access.getProperty("target.password"));
  }

  /** A database of the server as its administrator sees it. */
  Database administration(String name) {
    Properties access = properties("embedded.properties");
    Properties passwords = properties("postgres.credentials");
    return new Database(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(access.getProperty("host"), access.getProperty("port"), name),
        "postgres",
        passwords.getProperty("postgres"));
  }

  private Properties properties(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private String read(String file) {
    try {
      return Files.readString(data.resolve(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
