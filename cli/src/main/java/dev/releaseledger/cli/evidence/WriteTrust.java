package dev.releaseledger.cli.evidence;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFile;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.sigstore.TrustedRoot;
import dev.releaseledger.evidence.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--trusted-root",
      paramLabel = "FILE",
      description = "The same for verifiers of Sigstore: trusted_root.json.")
  private @Nullable String trustedRoot;

  @Override
  protected ExitCode run(Session session) {
    String trust = session.api().text(Resource.of("log", "trust"), "application/json");
    byte[] file = trust.getBytes(StandardCharsets.UTF_8);
    OutputFile.write(session, output, file);
    if (trustedRoot != null) {
      OutputFile.write(session, trustedRoot, TrustedRoot.of(TrustFile.read(file).orThrow()));
    }
    session
        .screen()
        .show(Json.object().put("file", output), (it, page) -> page.line(it.path("file").asText()));
    return ExitCode.DONE;
  }
}
