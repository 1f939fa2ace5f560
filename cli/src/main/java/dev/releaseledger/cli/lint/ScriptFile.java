package dev.releaseledger.cli.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Reads scripts from the caller's disk. */
final class ScriptFile {

  private ScriptFile() {}

  static String read(Session session, String file) {
    try {
      byte[] bytes = Files.readAllBytes(session.surroundings().workingDirectory().resolve(file));
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw unreadable(file + " does not exist");
    } catch (CharacterCodingException e) {
      throw unreadable(file + " is not UTF-8 text");
    } catch (IOException e) {
      throw unreadable(file + " cannot be read: " + e.getMessage());
    }
  }

  private static LedgerProblem unreadable(String detail) {
    return new LedgerProblem(
        Problem.of(
            "unreadable-script",
            "invalid",
            "A script cannot be read",
            detail + ".",
            "Name a file with SQL in UTF-8."));
  }
}
