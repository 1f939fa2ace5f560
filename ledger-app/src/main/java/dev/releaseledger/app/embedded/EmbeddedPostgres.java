package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A running PostgreSQL whose data outlives it; closing it stops it. */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int PORT_ATTEMPTS = 5;
  private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(30);
  private static final Duration LEFTOVER_PAUSE = Duration.ofMillis(200);
  private static final int LONGEST_NAME_BYTES = 63;

  private final DataLock lock;
  private final ServerProcess server;
  private final Credentials credentials;

  private EmbeddedPostgres(DataLock lock, ServerProcess server, Credentials credentials) {
    this.lock = lock;
    this.server = server;
    this.credentials = credentials;
  }

  /**
   * Starts the server on a data directory, which is made on the first start.
   *
   * @throws DataDirectoryInUseException when another ledger works on this directory
   * @throws EmbeddedPostgresException when the server cannot run here, or does not start
   */
  public static EmbeddedPostgres start(Path dataDirectory) {
    try {
      return start(dataDirectory, PrivilegeDrop.choose(), Purpose.KEEPING);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Starts a server for what is thrown away: it begins empty, and nothing in it outlives it.
   *
   * @throws DataDirectoryInUseException when another ledger works on this directory
   * @throws EmbeddedPostgresException when the server cannot run here, or does not start
   */
  public static EmbeddedPostgres startForScratch(Path dataDirectory) {
    try {
      return start(dataDirectory, PrivilegeDrop.choose(), Purpose.SCRATCH);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static EmbeddedPostgres start(Path dataDirectory, PrivilegeDrop drop) {
    return start(dataDirectory, drop, Purpose.KEEPING);
  }

  private static EmbeddedPostgres start(Path dataDirectory, PrivilegeDrop drop, Purpose purpose) {
    try {
      DataDirectory data = DataDirectory.at(dataDirectory);
      DataLock lock = DataLock.acquire(data);
      try {
        return started(data, drop, purpose, lock);
      } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw new EmbeddedPostgresException(
          "PostgreSQL cannot be started on " + dataDirectory + ": " + e, e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static EmbeddedPostgres started(
      DataDirectory data, PrivilegeDrop drop, Purpose purpose, DataLock lock)
      throws IOException, SQLException, InterruptedException {
    if (drop.changesOwner()) {
      data.letOthersPass();
    }
    Cluster cluster = new Cluster(data, Binaries.prepare(data, drop), drop, purpose);
    Credentials credentials = cluster.prepare();
    ServerProcess server = onFreePort(cluster);
    try {
      EmbeddedPostgres postgres = new EmbeddedPostgres(lock, server, credentials);
      postgres.administration().ensureRoles(credentials);
      for (ServerRole role : ServerRole.values()) {
        postgres.administration().ensureDatabase(role);
      }
      return postgres;
    } catch (SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * A port that was free a moment ago may be taken by now, and what a killed server has left ends
   * only when it notices, so there is more than one attempt.
   */
  private static ServerProcess onFreePort(Cluster cluster)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LEFTOVER_LIMIT.toNanos();
    for (int attempt = 1; ; ) {
      try {
        return ServerProcess.start(cluster, freePort());
      } catch (EmbeddedPostgresException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("pre-existing shared memory block") && System.nanoTime() < deadline) {
          Thread.sleep(LEFTOVER_PAUSE);
        } else if (!said.contains("could not bind") || ++attempt > PORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    }
  }

  /** The loopback address: nobody else reaches this server. */
  public String host() {
    return HOST;
  }

  /** The port of this start; the next start may have another. */
  public int port() {
    return server.port();
  }

  /** The URL of a database of this server, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://"
        + HOST
        + ":"
        + port()
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The superuser, for what no role may do; never for SQL somebody else wrote. */
  public Access superuser() {
    return access(Administration.MAINTENANCE_DATABASE, Administration.SUPERUSER);
  }

  /** A role at its own database, which exists from the first start on. */
  public Access access(ServerRole role) {
    return access(role.database(), role);
  }

  /** A role at some database. */
  public Access access(String database, ServerRole role) {
    return access(database, role.roleName());
  }

  /**
   * Makes a database unless it exists, open to its owner only, and says how the owner reaches it.
   */
  public Access ensureDatabase(String name, ServerRole owner) {
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      throw new EmbeddedPostgresException(
          "A database name has 1 to " + LONGEST_NAME_BYTES + " bytes: '" + name + "'");
    }
    try {
      administration().ensureDatabase(name, owner);
      return access(name, owner);
    } catch (SQLException e) {
      throw new EmbeddedPostgresException(
          "The database " + name + " cannot be made on the embedded PostgreSQL: " + e.getMessage(),
          e);
    }
  }

  /** Whether the server process is alive. */
  public boolean isRunning() {
    return server.isRunning();
  }

  /** Stops the server cleanly and frees the data directory. */
  @Override
  public void close() {
    try (lock) {
      server.close();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("The data directory's lock cannot be released", e);
    }
  }

  private Access access(String database, String role) {
    return new Access(jdbcUrl(database), role, credentials.passwordOf(role));
  }

  private Administration administration() {
    return new Administration(superuser());
  }

  private static EmbeddedPostgresException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EmbeddedPostgresException("Interrupted while PostgreSQL was starting", e);
  }
}
