package dev.releaseledger.cli.session;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that the caller names for a result; it is there as a whole, or as it was before. */
public final class OutputFile {

  private OutputFile() {}

  /** Writes the file, or ends the command. */
  public static void write(Session session, String name, byte[] content) {
    Path target = session.surroundings().workingDirectory().resolve(name);
    try {
      replace(target, content);
    } catch (IOException e) {
      throw new LedgerProblem(
          Problem.of(
              "unwritable-output",
              "fault",
              "The output could not be written to its end",
              name + " cannot be written: " + e.getMessage() + ".",
              "Name a file with --output in a folder that is there and that you may write to."));
    }
  }

  /** Puts a file in its place in one step. */
  static void replace(Path target, byte[] content) throws IOException {
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
