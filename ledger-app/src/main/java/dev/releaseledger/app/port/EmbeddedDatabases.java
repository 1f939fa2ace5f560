package dev.releaseledger.app.port;

/** Databases on the service's own embedded server, for trying things out and for scratch work. */
public interface EmbeddedDatabases {

  /** Where a database is reached and as whom. */
  record Access(String url, String user, String password) {}

  /** A database for an environment; made when it is not there. */
  Access target(String name);

  /** The server's database in which others are made and dropped. */
  Access scratchServer();
}
