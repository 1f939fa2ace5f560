package dev.releaseledger.projections.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A throw-away server from Maven artifacts; fast because nothing it writes has to last. */
final class EmbeddedServer implements RunningServer {

  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedServer(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  static EmbeddedServer start() {
    try {
      Path data = ThrowAwayDirectory.create("ledger-test-postgres");
      String password = UUID.randomUUID().toString();
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              // The machine's own locale may not be known to the server.
              .setLocaleConfig("locale", "C")
              .setServerConfig("timezone", "UTC")
              .setServerConfig("full_page_writes", "off")
              .start();
      requirePasswords(postgres, data, password);
      return new EmbeddedServer(postgres, password);
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded PostgreSQL cannot be set up", e);
    }
  }

  /** The library trusts everybody on this machine; a real server does not, so neither does this. */
  private static void requirePasswords(EmbeddedPostgres postgres, Path data, String password)
      throws IOException, SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
      Files.writeString(
          data.resolve("pg_hba.conf"),
          """
          local all all               scram-sha-256
          host  all all 127.0.0.1/32  scram-sha-256
          host  all all ::1/128       scram-sha-256
          """);
      statement.execute("select pg_reload_conf()");
    }
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
  }

  @Override
  public String user() {
    return SUPERUSER;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL does not stop", e);
    }
  }
}
