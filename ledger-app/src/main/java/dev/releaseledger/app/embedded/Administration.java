package dev.releaseledger.app.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What only the superuser does: roles, and databases that belong to them. */
record Administration(Access superuser) {

  static final String SUPERUSER = "postgres";
  static final String MAINTENANCE_DATABASE = "postgres";

  /** Makes every role what it has to be, whatever SQL run as that role did to it meanwhile. */
  void ensureRoles(Credentials credentials) throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      for (ServerRole role : ServerRole.values()) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role.roleName())) {
          statement.execute("create role " + quoted(role.roleName()));
        }
        statement.execute("alter role " + quoted(role.roleName()) + " " + role.options());
        statement.execute("alter role " + quoted(role.roleName()) + " reset all");
        // The driver sends a salted hash, so the password is in no log and no statement.
        connection
            .unwrap(PGConnection.class)
            .alterUserPassword(
                role.roleName(),
                credentials.passwordOf(role.roleName()).toCharArray(),
                "scram-sha-256");
      }
      // The owner migrates what the service has made; the service never becomes the owner.
      statement.execute("grant ledger to ledger_owner");
      statement.execute("revoke ledger_owner from ledger");
      // Nothing that the service makes is found before what the owner means.
      statement.execute("alter role ledger_owner set search_path = public");
      closeToOthers(statement, MAINTENANCE_DATABASE);
      closeToOthers(statement, "template1");
    }
  }

  /** Makes the database of a role, its owner's as well, even where the role itself owned it. */
  void ensureDatabase(ServerRole role) throws SQLException {
    String name = role.database();
    ServerRole owner = role.databaseOwner();
    ensureDatabase(name, owner);
    if (owner != role) {
      try (Connection connection = superuser.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "alter database " + quoted(name) + " owner to " + quoted(owner.roleName()));
        statement.execute(
            "revoke all on database " + quoted(name) + " from " + quoted(role.roleName()));
        statement.execute(
            "grant connect, create on database " + quoted(name) + " to " + quoted(role.roleName()));
      }
    }
  }

  /** Makes a database unless it exists; only its owner may connect. */
  void ensureDatabase(String name, ServerRole owner) throws SQLException {
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute(
            "create database "
                + quoted(name)
                + " owner "
                + quoted(owner.roleName())
                + " template template0 encoding 'UTF8' locale 'C'");
      }
      closeToOthers(statement, name);
    }
  }

  private static void closeToOthers(Statement statement, String database) throws SQLException {
    statement.execute("revoke all on database " + quoted(database) + " from public");
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
