package dev.releaseledger.app.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The packed server on the class path. */
record BinariesArchive(URL location) {

  private static final int OWNER_MAY_EXECUTE = 0100;

  static BinariesArchive forThisMachine() {
    HostPlatform platform = HostPlatform.current();
    URL location = BinariesArchive.class.getResource(platform.resource());
    if (location == null) {
      throw new EmbeddedPostgresException(
          "This build carries no PostgreSQL for this machine ("
              + platform.resource()
              + "). Build it here, or set LEDGER_DB_URL to a server of your own.");
    }
    return new BinariesArchive(location);
  }

  /** Differs between any two servers, so that they can lie side by side. */
  String identity() throws IOException {
    URLConnection connection = location.openConnection();
    long crc =
        connection instanceof JarURLConnection jar && jar.getJarEntry() != null
            ? jar.getJarEntry().getCrc()
            : computedCrc();
    return HexFormat.of().toHexDigits((int) crc);
  }

  private long computedCrc() throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = location.openStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
      }
    }
    return crc.getValue();
  }

  void unpackInto(Path directory) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(location.openStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!directory.resolve(entry.getName()).normalize().startsWith(directory)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        unpack(tar, entry, directory);
      }
    }
    openToAll(directory);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory)
      throws IOException {
    Path target = directory.resolve(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(directory.resolve(entry.getName() + "/..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    if (entry.isLink()) {
      throw new IOException("an entry is a hard link: " + entry.getName());
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
    permit(target, executable ? "rwxr-xr-x" : "rw-r--r--");
  }

  /** Whatever this process's umask says: the server may run as another user. */
  private static void openToAll(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        permit(path, "rwxr-xr-x");
      }
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
