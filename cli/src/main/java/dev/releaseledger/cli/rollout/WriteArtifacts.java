package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.session.ArtifactFolder;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Write the files about a rollout that other tools read. */
@Command(name = "artifacts", description = "Write the files about a rollout that other tools read.")
final class WriteArtifacts extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--artifact-dir",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write them to.")
  private String folder = "";

  @Override
  protected ExitCode run(Session session) {
    List<String> written = ArtifactFolder.of(session, folder).write(session, rollout.id());
    ObjectNode answer = Json.object().put("folder", folder);
    ArrayNode files = answer.putArray("files");
    written.forEach(files::add);
    session
        .screen()
        .show(answer, (_, page) -> written.forEach(name -> page.line(folder + "/" + name)));
    return ExitCode.DONE;
  }
}
