package dev.releaseledger.app.embedded;

import dev.releaseledger.app.port.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The databases that environments and scratch work get on embedded servers.
 *
 * <p>What git declares is executed on a server of its own, started when it is first needed: it
 * never runs beside the ledger or a target.
 */
public final class EmbeddedTargets implements EmbeddedDatabases, AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path scratchFolder;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private @Nullable EmbeddedPostgres scratch;

  /** Targets on a running server, and scratch work on one that is started in a folder. */
  public EmbeddedTargets(EmbeddedPostgres server, Path scratchFolder) {
    this.server = server;
    this.scratchFolder = scratchFolder;
  }

  @Override
  public Access target(String name) {
    return of(
        known.add(name)
            ? server.ensureDatabase(name, ServerRole.TARGET)
            : server.access(name, ServerRole.TARGET));
  }

  @Override
  public synchronized Access scratchServer() {
    EmbeddedPostgres running = scratch;
    if (running == null || !running.isRunning()) {
      close();
      running = EmbeddedPostgres.startForScratch(scratchFolder);
      scratch = running;
    }
    return of(running.access(ServerRole.SCRATCH));
  }

  /** Stops the scratch server; the other one belongs to somebody else. */
  @Override
  public synchronized void close() {
    if (scratch != null) {
      scratch.close();
      scratch = null;
    }
  }

  private static Access of(dev.releaseledger.app.embedded.Access access) {
    return new Access(access.jdbcUrl(), access.user(), access.password());
  }
}
