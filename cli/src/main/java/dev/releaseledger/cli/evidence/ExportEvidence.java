package dev.releaseledger.cli.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFile;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.key.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Export the evidence of a release, or of everything between two checkpoints. */
@Command(
    name = "export",
    description = "Export the evidence of a release, or of everything between two checkpoints.")
final class ExportEvidence extends LedgerCommand {

  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(names = "--release", paramLabel = "RELEASE", description = "Of this release.")
  private @Nullable String release;

  @Option(
      names = "--rollout",
      paramLabel = "ROLLOUT",
      description = "Of the release that this rollout led to.")
  private @Nullable String rollout;

  @Option(
      names = "--checkpoint",
      paramLabel = "SIZE",
      description = "Prove it by the checkpoint of this size; else by one of now.")
  private @Nullable Long checkpoint;

  @Option(names = "--names", description = "Tell the names of people, not only their references.")
  private boolean names;

  @Option(
      names = "--from",
      paramLabel = "POINT",
      description =
          "Everything from an instant, a date, a position (#1234) or a size of the log on.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "POINT",
      description = "Up to an instant, a date, a position or a size; else up to now.")
  private @Nullable String to;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Draw so many releases of the period.")
  private @Nullable Integer sample;

  @Option(names = "--seed", paramLabel = "SEED", description = "What the sample is drawn by.")
  private @Nullable String seed;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The zip to write.")
  private String output = "";

  @Override
  protected ExitCode run(Session session) {
    byte[] archive = from == null ? release(session) : period(session, from);
    OutputFile.write(session, output, archive);
    ObjectNode answer =
        Json.object()
            .put("file", output)
            .put("bytes", archive.length)
            .put("sha256", Sha256.of(archive).hex());
    session
        .screen()
        .show(
            answer,
            (it, page) -> page.line(it.path("sha256").asText() + "  " + it.path("file").asText()));
    return ExitCode.DONE;
  }

  private byte[] release(Session session) {
    if ((release == null) == (rollout == null) || to != null || sample != null || seed != null) {
      throw session.usage(
          "give --release RELEASE or --rollout ROLLOUT; or --from POINT, with --to, --sample and"
              + " --seed");
    }
    return session
        .api()
        .file(
            environment.resource(session, "evidence"),
            Body.empty()
                .with("release", release)
                .with("rollout", rollout)
                .with("checkpoint", checkpoint)
                .with("names", names));
  }

  private byte[] period(Session session, String beginning) {
    if (release != null || rollout != null || checkpoint != null || names) {
      throw session.usage("a period has all releases: --from goes with --to, --sample and --seed");
    }
    if ((sample == null) != (seed == null)) {
      throw session.usage("a sample has a size and a seed: give both --sample and --seed");
    }
    Body body =
        Body.empty().with("from", beginning).with("to", to == null ? "now" : to).with("seed", seed);
    return session
        .api()
        .file(
            Resource.of("evidence", "period"),
            sample == null ? body : body.with("sample", sample.intValue()));
  }
}
