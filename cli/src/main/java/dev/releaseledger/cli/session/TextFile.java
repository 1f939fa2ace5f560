package dev.releaseledger.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;

/** Reads text that the caller names, from the caller's disk. */
public final class TextFile {

  private TextFile() {}

  /** Returns the text of a policy, or ends the command. */
  public static String policy(Session session, String file) {
    return read(session, file, TextFile::unreadablePolicy);
  }

  private static Problem unreadablePolicy(String detail) {
    return Problem.of(
        "unreadable-file",
        "invalid",
        "A policy cannot be read",
        detail,
        "Name a file with YAML in UTF-8.");
  }

  /** Returns the text of a public key, or ends the command. */
  public static String publicKey(Session session, String file) {
    return read(session, file, TextFile::unreadableKey);
  }

  private static Problem unreadableKey(String detail) {
    return Problem.of(
        "unreadable-file",
        "invalid",
        "A public key cannot be read",
        detail,
        "Name the file that ends with .pub.");
  }

  /** Returns the text of a file with addresses, or ends the command. */
  public static String addresses(Session session, String file) {
    return read(session, file, TextFile::unreadableAddresses);
  }

  private static Problem unreadableAddresses(String detail) {
    return Problem.of(
        "unreadable-file",
        "invalid",
        "Addresses cannot be read",
        detail,
        "Name a file with a URL, or with addresses one a line.");
  }

  /**
   * Returns the text of a file, or ends the command.
   *
   * @param unreadable the problem it ends with, made from the sentence that says why
   */
  public static String read(Session session, String file, Function<String, Problem> unreadable) {
    try {
      byte[] bytes = Files.readAllBytes(session.surroundings().workingDirectory().resolve(file));
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new LedgerProblem(unreadable.apply(file + " does not exist."));
    } catch (CharacterCodingException e) {
      throw new LedgerProblem(unreadable.apply(file + " is not UTF-8 text."));
    } catch (IOException e) {
      throw new LedgerProblem(unreadable.apply(file + " cannot be read: " + e.getMessage() + "."));
    }
  }
}
