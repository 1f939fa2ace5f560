package dev.releaseledger.cli.witness;

import dev.releaseledger.cli.session.Session;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which witness a command is about. */
final class WitnessFolderOption {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Where the witness keeps its key and what it has cosigned.")
  private Path data = Path.of("");

  WitnessFolder of(Session session) {
    return new WitnessFolder(session.surroundings().workingDirectory().resolve(data));
  }
}
