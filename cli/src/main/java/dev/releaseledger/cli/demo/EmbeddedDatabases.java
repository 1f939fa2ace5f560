package dev.releaseledger.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A way past the ledger, straight into the databases on the service's own server.
 *
 * @param access the file in which the service says how to get in
 */
record EmbeddedDatabases(Path access) {

  void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    } catch (IOException | SQLException e) {
      throw new Deviation("`" + sql + "` on " + database + " failed", e);
    }
  }

  private Connection connect(String database) throws IOException, SQLException {
    Properties server = new Properties();
    try (Reader reader = Files.newBufferedReader(access)) {
      server.load(reader);
    }
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(server.getProperty("host"), server.getProperty("port"), database);
    return DriverManager.getConnection(
        url, server.getProperty("target.user"), server.getProperty("target.password"));
  }
}
