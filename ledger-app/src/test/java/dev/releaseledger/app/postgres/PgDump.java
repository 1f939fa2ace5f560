package dev.releaseledger.app.postgres;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** What the server's own tool takes for reading the same schema. */
final class PgDump {

  private PgDump() {}

  /** How long {@code pg_dump --schema-only} takes, or NaN where none fits the server. */
  static double seconds(Connection database) throws SQLException, IOException {
    URI server = URI.create(database.getMetaData().getURL().substring("jdbc:".length()));
    ProcessBuilder dump =
        new ProcessBuilder(
            "pg_dump",
            "--schema-only",
            "--host=" + server.getHost(),
            "--port=" + server.getPort(),
            "--username=" + database.getMetaData().getUserName(),
            "--no-password",
            database.getCatalog());
    dump.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    dump.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    try {
      int exit = dump.start().waitFor();
      return exit == 0 ? (System.nanoTime() - start) / 1e9 : Double.NaN;
    } catch (IOException _) {
      return Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
