package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Where everything of one embedded server lies. */
record DataDirectory(Path root) {

  private static final long LOG_LIMIT_BYTES = 10_000_000;

  /** Creates the directory, for its owner only, unless it exists. */
  static DataDirectory at(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      Files.createDirectories(
          absolute,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.isWritable(absolute)) {
      throw new EmbeddedPostgresException(
          "The data directory "
              + absolute
              + " belongs to "
              + Files.getOwner(absolute)
              + ". Start the ledger as that user, or choose another --data directory.");
    }
    return new DataDirectory(absolute.toRealPath());
  }

  /** The cluster: what PostgreSQL calls its data directory. */
  Path cluster() {
    return root.resolve("postgres");
  }

  /** Where a cluster is made; it gets its name when it is whole. */
  Path unfinishedCluster() {
    return root.resolve("postgres.new");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path lock() {
    return root.resolve("postgres.lock");
  }

  Path credentials() {
    return root.resolve("postgres.credentials");
  }

  Path binaries() {
    return root.resolve("postgres.binaries");
  }

  /** Starts a new log when the old one has grown large; one old log is kept. */
  void rotateLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
      Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log())) {
      Files.createFile(
          log(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /** Lets another user pass through (not look into) this directory to what it owns below. */
  void letOthersPass() throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(root));
    if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
      Files.setPosixFilePermissions(root, permissions);
    }
    if (!Ownership.everybodyReaches(root)) {
      throw new EmbeddedPostgresException(
          "PostgreSQL does not run as root and the user it runs as instead cannot reach "
              + root
              + ". Choose a --data directory outside of private folders, for example"
              + " /var/lib/release-ledger, or start the ledger as an ordinary user.");
    }
  }
}
