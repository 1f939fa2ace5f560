package dev.releaseledger.cli.evidence;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFile;
import dev.releaseledger.cli.session.Session;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Write the trust file that auditors verify evidence with. */
@Command(name = "trust", description = "Write the trust file that auditors verify evidence with.")
final class WriteTrust extends LedgerCommand {

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file, to be handed to auditors by another way than evidence.")
  private String output = "";

  @Override
  protected ExitCode run(Session session) {
    String trust = session.api().text(Resource.of("log", "trust"), "application/json");
    OutputFile.write(session, output, trust.getBytes(StandardCharsets.UTF_8));
    session
        .screen()
        .show(Json.object().put("file", output), (it, page) -> page.line(it.path("file").asText()));
    return ExitCode.DONE;
  }
}
