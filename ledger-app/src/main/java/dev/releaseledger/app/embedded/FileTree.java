package dev.releaseledger.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Directories with everything in them. */
final class FileTree {

  private FileTree() {}

  /** Deletes a directory and all below it; nothing there is fine. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
