package dev.releaseledger.projections.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes databases for one test, and drops them when the test is over. */
public final class TestServer implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private final RunningServer server;
  private final Deque<String> created = new ArrayDeque<>();

  TestServer(RunningServer server) {
    this.server = server;
  }

  /**
   * A new, empty database.
   *
   * @param name how its name begins (lower-case letters, digits, underscores); the rest is random,
   *     so that tests never meet
   */
  public synchronized TestDatabase createDatabase(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    String unique = name + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    administer("create database " + unique + " template template0 encoding 'UTF8' locale 'C'");
    created.push(unique);
    return new TestDatabase(unique, server.jdbcUrl(unique), server.user(), server.password());
  }

  /** The same server with databases of its own, to be closed by the caller. */
  TestServer another() {
    return new TestServer(server);
  }

  /** Drops every database made here, connected or not, and the roles that are named after it. */
  @Override
  public synchronized void close() {
    while (!created.isEmpty()) {
      String name = created.pop();
      administer("drop database if exists " + name + " with (force)");
      administer("drop role if exists " + name + "_service, " + name + "_owner");
    }
  }

  private void administer(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + sql, e);
    }
  }
}
