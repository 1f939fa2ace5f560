package dev.releaseledger.app.embedded;

import dev.releaseledger.app.port.EmbeddedDatabases;

/** The databases that environments and scratch work get on the embedded server. */
public final class EmbeddedTargets implements EmbeddedDatabases {

  private final EmbeddedPostgres server;

  public EmbeddedTargets(EmbeddedPostgres server) {
    this.server = server;
  }

  @Override
  public Access target(String name) {
    return of(server.ensureDatabase(name, ServerRole.TARGET));
  }

  @Override
  public Access scratchServer() {
    return of(server.access(ServerRole.SCRATCH));
  }

  private static Access of(dev.releaseledger.app.embedded.Access access) {
    return new Access(access.jdbcUrl(), access.user(), access.password());
  }
}
