package dev.releaseledger.cli.witness;

import dev.releaseledger.evidence.key.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Keeps what a log has signed that does not go on from what the witness has cosigned: it may be the
 * proof of a fork (C2SP tlog-witness). Not more than so many, so that a log cannot fill the disk.
 */
record RefusedRequests(Path folder) {

  private static final int MOST = 100;

  /** Keeps a request, if there is room; whether it is kept. */
  boolean keep(byte[] request) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(Sha256.of(request).hex() + ".request");
      if (Files.exists(file)) {
        return true;
      }
      try (Stream<Path> kept = Files.list(folder)) {
        if (kept.count() >= MOST) {
          return false;
        }
      }
      DurableFile.write(file, request);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
