package dev.releaseledger.cli.witness;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** Held while a witness runs, so that two never cosign from one state. */
final class WitnessLock implements AutoCloseable {

  private final FileChannel channel;

  private WitnessLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of this folder, or ends the command. */
  @SuppressWarnings("resource") // The channel is closed with the lock.
  static WitnessLock take(WitnessFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new LedgerProblem(
            Problem.of(
                "witness-in-use",
                "invalid",
                "Another witness runs on this folder",
                folder.path() + " is held by another process.",
                "Stop it first, or give this witness a folder of its own."));
      }
      return new WitnessLock(channel);
    } catch (IOException e) {
      throw WitnessFolder.unusable(
          folder.lockFile() + " cannot be locked: " + e, "Make the folder writable.");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
