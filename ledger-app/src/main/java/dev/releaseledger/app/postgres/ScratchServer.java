package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.EmbeddedDatabases;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.refusal.DatabaseRefusal.UnreachableDatabase;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes empty databases that are thrown away after use, on the embedded server or a named one. */
@Component
final class ScratchServer {

  private static final Logger LOG = LoggerFactory.getLogger(ScratchServer.class);

  private final LedgerSettings.Scratch named;
  private final Optional<EmbeddedDatabases> embedded;
  private final Ids ids;

  ScratchServer(LedgerSettings settings, Optional<EmbeddedDatabases> embedded, Ids ids) {
    this.named = settings.scratch();
    this.embedded = embedded;
    this.ids = ids;
  }

  /** Work on an empty database. */
  interface Work<T> {
    T on(Scratch empty) throws SQLException;
  }

  /** Does some work on a database of its own. */
  <T> T with(Work<T> work) {
    EmbeddedDatabases.Access server = access();
    String name = ids.next("ledger_scratch_").toLowerCase(Locale.ROOT);
    try (Connection admin = connect(server, server.url())) {
      if (named.url().isEmpty()) {
        // A function that an earlier declaration ran may have given its role other settings.
        execute(admin, "alter role current_user reset all");
      }
      execute(admin, "create database " + name + " template template0 encoding 'UTF8'");
      String url = urlOf(server.url(), name);
      try (Connection empty = connect(server, url)) {
        return work.on(new Scratch(empty, () -> connect(server, url), named.url().isEmpty()));
      } finally {
        drop(admin, name);
      }
    } catch (SQLException e) {
      throw new Refused(
          new UnreachableDatabase("of the scratch server", String.valueOf(e.getMessage())));
    }
  }

  private EmbeddedDatabases.Access access() {
    if (!named.url().isEmpty()) {
      return new EmbeddedDatabases.Access(named.url(), named.user(), named.password());
    }
    return embedded
        .map(EmbeddedDatabases::scratchServer)
        .orElseThrow(() -> new IllegalStateException("there is no scratch server"));
  }

  private static void drop(Connection admin, String name) {
    try {
      execute(admin, "drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      LOG.warn("The scratch database {} is left behind: {}", name, e.getMessage());
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabases.Access server, String url)
      throws SQLException {
    return DriverManager.getConnection(url, server.user(), server.password());
  }

  private static String urlOf(String url, String database) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    String rest = query < 0 ? "" : url.substring(query);
    return path.substring(0, path.lastIndexOf('/') + 1) + database + rest;
  }
}
