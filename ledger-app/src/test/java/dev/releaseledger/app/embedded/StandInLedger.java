package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that starts the server, keeps a row in it, says so, and waits to be ended. */
public final class StandInLedger {

  private StandInLedger() {}

  /** Ends cleanly at the end of its input; prints {@code READY port rows} or the refusal. */
  public static void main(String[] args) throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]))) {
      System.out.println("READY " + postgres.port() + " " + keepOneMoreRow(postgres));
      while (System.in.read() >= 0) {
        // Nothing to say until the end.
      }
    } catch (EmbeddedPostgresException e) {
      System.out.println("REFUSED " + e.getMessage());
    }
  }

  private static int keepOneMoreRow(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.access(ServerRole.OWNER).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (at timestamptz default now())");
      statement.execute("insert into kept default values");
      try (ResultSet rows = statement.executeQuery("select count(*) from kept")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
