package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a data directory for this process; the operating system lets go when the process ends. */
final class DataLock implements AutoCloseable {

  /**
   * Directories held by this very process. It must not even open its own lock file a second time:
   * closing any channel on a file drops the process's lock on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DataLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DataLock acquire(DataDirectory data) throws IOException {
    if (!HELD.add(data.root())) {
      throw new DataDirectoryInUseException(
          data.root(), OptionalLong.of(ProcessHandle.current().pid()));
    }
    try {
      return new DataLock(data.root(), locked(data));
    } catch (IOException | RuntimeException e) {
      HELD.remove(data.root());
      throw e;
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static FileChannel locked(DataDirectory data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.lock(),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DataDirectoryInUseException(data.root(), holder(data.lock()));
      }
      channel.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(pid), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static OptionalLong holder(Path lockFile) throws IOException {
    String text = Files.readString(lockFile).strip();
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(directory);
  }
}
