package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.projections.testing.ThrowAwayDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One server for all tests of this JVM, and a new database whenever one is asked for. */
final class Databases {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** The server under test: the embedded one, or the one the environment names. */
  private static final class Server {
    static final String URL = start();
    static final int MAJOR_VERSION = majorVersion();

    /** A run for one version must not pass on another one. */
    private static int majorVersion() {
      try (Connection connection = DriverManager.getConnection(URL.formatted("postgres"))) {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        int wanted = Integer.getInteger("ledger.pg", version);
        if (version != wanted) {
          throw new IllegalStateException("PostgreSQL " + version + " in place of " + wanted);
        }
        return version;
      } catch (SQLException e) {
        throw new IllegalStateException("The server under test does not answer", e);
      }
    }

    private static String start() {
      String given = System.getenv("LEDGER_TEST_SERVER");
      return given == null ? startEmbedded() : given;
    }

    @SuppressWarnings("resource") // stops with the JVM
    private static String startEmbedded() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(ThrowAwayDirectory.create("ledger-test-databases"))
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .start();
        return "jdbc:postgresql://localhost:" + server.getPort() + "/%s?user=postgres";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A connection to a new, empty database. */
  static Connection empty() throws SQLException {
    String name = "test" + COUNT.incrementAndGet();
    try (Connection admin = connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
    }
    return connect(name);
  }

  /** A new, empty database to rehearse in. */
  static Scratch scratch() throws SQLException {
    Connection connection = empty();
    return new Scratch(connection, () -> another(connection), true);
  }

  /** A connection to a new database in which this SQL has been run. */
  static Connection with(String sql) throws SQLException {
    Connection connection = empty();
    execute(connection, sql);
    return connection;
  }

  /** Runs a plan as an apply would; fails when a stage does. */
  static void apply(Connection connection, SchemaPlan plan) throws SQLException {
    for (Stage stage : plan.stages()) {
      assertThat(StageRunner.run(connection, stage, StageListener.NONE))
          .isInstanceOf(StageResult.Applied.class);
    }
  }

  /** The version of the server under test. */
  static int majorVersion() {
    return Server.MAJOR_VERSION;
  }

  /** Another connection to the same database. */
  static Connection another(Connection database) throws SQLException {
    return connect(database.getCatalog());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static @Nullable String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      return result.next() ? result.getString(1) : null;
    }
  }

  /** Closes a database and throws it away. */
  static void drop(Connection connection) throws SQLException {
    String name = connection.getCatalog();
    connection.close();
    try (Connection admin = connect("postgres")) {
      execute(admin, "DROP DATABASE " + name);
    }
  }

  static void drop(Scratch scratch) throws SQLException {
    drop(scratch.connection());
  }

  private static Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(Server.URL.formatted(database));
  }
}
