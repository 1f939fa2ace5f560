package dev.releaseledger.projections.testing;

/** A server that answers, with the superuser's credentials; closing it stops what was started. */
sealed interface RunningServer extends AutoCloseable
    permits ContainerServer, EmbeddedServer, ExternalServer {

  /** The JDBC URL of a database of this server, without credentials. */
  String jdbcUrl(String database);

  /** The superuser's name. */
  String user();

  /** The superuser's password. */
  String password();

  @Override
  void close();
}
