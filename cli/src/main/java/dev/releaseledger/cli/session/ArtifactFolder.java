package dev.releaseledger.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.api.Resource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A folder of the caller that files of the service are written to, and nothing outside of it.
 *
 * @param path where it is
 * @param option the option that names it
 */
public record ArtifactFolder(Path path, String option) {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

  /** Returns the folder that the caller names. */
  public static ArtifactFolder of(Session session, String folder) {
    return of(session, folder, "--artifact-dir");
  }

  /** Returns the folder that the caller names with another option. */
  public static ArtifactFolder of(Session session, String folder, String option) {
    return new ArtifactFolder(
        session.surroundings().workingDirectory().resolve(folder).normalize(), option);
  }

  /** Writes the files about a rollout, each in one step; returns their names. */
  public List<String> write(Session session, String rollout) {
    return write(session.api().get(Resource.of("rollouts", rollout, "artifacts")).path("items"));
  }

  /** Writes files, each with its name and its content, each in one step; returns their names. */
  public List<String> write(JsonNode files) {
    List<String> written = new ArrayList<>();
    try {
      Files.createDirectories(path);
      for (JsonNode file : files) {
        String name = file.path("name").asText();
        write(name, file.path("content").asText());
        written.add(name);
      }
    } catch (IOException e) {
      throw unwritable(path + ": " + e);
    }
    return written;
  }

  private void write(String name, String content) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw unwritable("The service names a file '" + name + "', which is no name of a file here");
    }
    Path target = path.resolve(name);
    makeFolders(target);
    // Half of a character is no text, and is not to become a question mark.
    ByteBuffer text = UTF_8.newEncoder().encode(CharBuffer.wrap(content));
    byte[] bytes = new byte[text.remaining()];
    text.get(bytes);
    OutputFile.replace(target, bytes);
  }

  /** A link below the folder could lead out of it. */
  private void makeFolders(Path target) throws IOException {
    Path folder = path;
    for (Path part : path.relativize(target.getParent())) {
      if (part.toString().isEmpty()) {
        continue;
      }
      folder = folder.resolve(part);
      if (Files.isSymbolicLink(folder)) {
        throw unwritable(folder + " is a link, and could lead out of the folder");
      }
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
    }
  }

  private LedgerProblem unwritable(String detail) {
    return new LedgerProblem(
        Problem.of(
            "unwritable-artifact",
            "invalid",
            "A file cannot be written",
            detail + ".",
            "Name a folder with " + option + " that you may write to."));
  }
}
