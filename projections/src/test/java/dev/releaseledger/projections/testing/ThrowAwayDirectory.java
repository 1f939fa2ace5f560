package dev.releaseledger.projections.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a test server keeps its data: in memory where there is room, for nothing has to last. */
public final class ThrowAwayDirectory {

  private static final Path MEMORY = Path.of("/dev/shm");

  /** A server, some of its databases, and a margin. */
  private static final long ROOM = 2L << 30;

  private ThrowAwayDirectory() {}

  /** A new, empty directory whose name begins with this. */
  public static Path create(String prefix) throws IOException {
    return inMemory()
        ? Files.createTempDirectory(MEMORY, prefix)
        : Files.createTempDirectory(prefix);
  }

  private static boolean inMemory() throws IOException {
    return Files.isDirectory(MEMORY)
        && Files.isWritable(MEMORY)
        && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
  }
}
