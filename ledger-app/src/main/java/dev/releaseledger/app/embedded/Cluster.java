package dev.releaseledger.app.embedded;

import dev.releaseledger.app.settings.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The data of one server on disk: made once, kept over restarts, left by nobody running in it. */
record Cluster(DataDirectory data, Binaries binaries, PrivilegeDrop drop, Purpose purpose) {

  private static final String MAJOR_VERSION = "17";
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
  private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Makes the cluster on the first start, and says which passwords open it. */
  Credentials prepare() throws IOException, InterruptedException {
    if (purpose == Purpose.SCRATCH && Files.exists(data.cluster())) {
      stopOrphan();
      FileTree.delete(data.cluster());
    }
    if (!Files.exists(data.cluster())) {
      return create();
    }
    String version = Files.readString(data.cluster().resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new EmbeddedPostgresException(
          data.cluster()
              + " was made by PostgreSQL "
              + version
              + ", and this ledger carries "
              + MAJOR_VERSION
              + ". Use the ledger that made it, or move the data with pg_dump.");
    }
    stopOrphan();
    Ownership.give(data.cluster(), drop.owner());
    return Credentials.read(data);
  }

  private Credentials create() throws IOException, InterruptedException {
    Path unfinished = data.unfinishedCluster();
    FileTree.delete(unfinished);
    Files.createDirectory(unfinished);
    Credentials credentials = Credentials.create(data);
    Path passwordFile = data.root().resolve("postgres.initial");
    PrivateFile.write(passwordFile, credentials.passwordOf(Administration.SUPERUSER));
    try {
      Ownership.give(unfinished, drop.owner());
      Ownership.give(passwordFile, drop.owner());
      initdb(unfinished, passwordFile);
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(unfinished, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    return credentials;
  }

  private void initdb(Path directory, Path passwordFile) throws InterruptedException {
    Command.Outcome outcome =
        Command.run(
            INITDB_LIMIT,
            drop.command(
                List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + directory,
                    "--username=" + Administration.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions")));
    if (outcome.exitCode() != 0) {
      throw new EmbeddedPostgresException(
          "PostgreSQL cannot make its data directory " + directory + ":\n" + outcome.output());
    }
  }

  /**
   * Ends a server that outlived its ledger, and forgets a dead one. We hold the data directory's
   * lock, so no ledger is using it.
   */
  private void stopOrphan() throws IOException, InterruptedException {
    Optional<PostmasterPid> left = PostmasterPid.read(data.cluster());
    if (left.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> orphan = left.get().server();
    if (orphan.isPresent()) {
      stop(orphan.get());
    }
    Files.deleteIfExists(PostmasterPid.file(data.cluster()));
  }

  /** Asks again and again: a server that is just starting or recovering may miss a signal. */
  private void stop(ProcessHandle server) throws InterruptedException {
    long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
    while (server.isAlive()) {
      if (System.nanoTime() > deadline) {
        throw new EmbeddedPostgresException(
            "PostgreSQL process "
                + server.pid()
                + " still uses "
                + data.cluster()
                + " and does not stop. Stop it by hand: kill -INT "
                + server.pid());
      }
      ServerProcess.signal("INT", server.pid());
      Thread.sleep(PAUSE);
    }
  }
}
