package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The unpacked server: {@code initdb} and {@code postgres}, ready to run. */
record Binaries(Path home) {

  /** Unpacks the server unless that was done before; it is shared by all data directories. */
  static Binaries prepare(DataDirectory data, PrivilegeDrop drop) throws IOException {
    BinariesArchive archive = BinariesArchive.forThisMachine();
    String name = "postgres-" + archive.identity();
    Path cache = userCache();
    if (usable(cache, drop)) {
      return unpackedOnce(archive, cache.resolve(name));
    }
    Path own = data.binaries();
    Files.createDirectories(own);
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
    return unpackedOnce(archive, own.resolve(name));
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static Path userCache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("release-ledger");
  }

  /** Programs are run from it, so nobody else may own it, and the server's user must get there. */
  private static boolean usable(Path cache, PrivilegeDrop drop) {
    try {
      Files.createDirectories(cache);
      return Files.isWritable(cache)
          && Ownership.uidOf(cache) == Ownership.ownUid()
          && (!drop.changesOwner() || Ownership.everybodyReaches(cache.toRealPath()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Only a whole copy ever bears the final name, whoever else is unpacking at the same time. */
  private static Binaries unpackedOnce(BinariesArchive archive, Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      Path unfinished = home.resolveSibling(home.getFileName() + "." + UUID.randomUUID());
      try {
        Files.createDirectory(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        archive.unpackInto(unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(home)) {
          throw e;
        }
      } finally {
        FileTree.delete(unfinished);
      }
    }
    return new Binaries(home);
  }
}
