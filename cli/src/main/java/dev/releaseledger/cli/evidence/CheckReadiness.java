package dev.releaseledger.cli.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.ReadinessPage;
import dev.releaseledger.cli.session.ArtifactFolder;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judge whether a release is ready, by what the ledger has and what is given beside it. */
@Command(
    name = "readiness",
    description = "Judge whether a release is ready, and write the report; records nothing.")
final class CheckReadiness extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "The release (default: the one that the environment is at).")
  private @Nullable String release;

  @Option(
      names = "--rollout",
      paramLabel = "ROLLOUT",
      description = "Instead, one rollout, whether it has become a release or not.")
  private @Nullable String rollout;

  @Option(
      names = "--artifact",
      paramLabel = "DOMAIN=FILE",
      description = "The evidence of a domain that the ledger does not tell itself; repeatable.")
  private List<String> artifacts = new ArrayList<>();

  @Option(
      names = "--case",
      paramLabel = "SOURCE:SINK:STRATEGY",
      description = "A route that the local matrix has to cover; repeatable.")
  private List<String> cases = new ArrayList<>();

  @Option(
      names = "--required",
      paramLabel = "DOMAIN",
      split = ",",
      description = "The domains that have to pass (default: all); repeatable, or with commas.")
  private List<String> required = new ArrayList<>();

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write the report to, and the ledger's own evidence.")
  private String folder = "";

  @Override
  protected ExitCode run(Session session) {
    if (release != null && rollout != null) {
      throw session.usage("give --release or --rollout, not both");
    }
    Body body =
        Body.empty()
            .with("release", release)
            .with("rollout", rollout)
            .with("required", required)
            .with("cases", cases)
            .with("outputDir", folder);
    for (String option : artifacts) {
      GivenArtifact given = GivenArtifact.of(session, option);
      body = body.withEntry("artifacts", fields(given));
    }
    JsonNode answer = session.api().post(environment.resource(session, "readiness"), body);
    JsonNode report = answer.path("report");
    ArtifactFolder.of(session, folder, "--output-dir").write(answer.path("files"));
    session.screen().show(report, ReadinessPage::write);
    return report.path("passed").asBoolean() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private static Body fields(GivenArtifact given) {
    return Body.empty()
        .with("domain", given.domain())
        .with("path", given.file())
        .with("content", given.content());
  }
}
