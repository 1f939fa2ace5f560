package dev.releaseledger.app.postgres;

import java.sql.SQLException;

/** Refuses a server whose version the engine was not made for. */
public final class UnsupportedServer extends SQLException {

  private static final long serialVersionUID = 1L;

  UnsupportedServer(String version) {
    super(
        "PostgreSQL %s is not supported: the versions from 14 to 18 are".formatted(version),
        "0A000");
  }
}
