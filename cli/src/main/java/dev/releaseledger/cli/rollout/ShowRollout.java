package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.PlanOutput;
import dev.releaseledger.cli.session.Session;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show a rollout, with its plan while it waits for approval. */
@Command(name = "show", description = "Show a rollout, with its plan while it waits for approval.")
final class ShowRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();
  @Mixin private final ArtifactOption artifacts = new ArtifactOption();

  @Override
  protected Set<OutputFormat> formats() {
    return PlanOutput.FORMATS;
  }

  @Override
  protected ExitCode run(Session session) {
    JsonNode shown = session.api().get(Resource.of("rollouts", rollout.id()));
    session.screen().show(shown, PlanOutput.of(session, RolloutPage::write));
    artifacts.write(session, rollout.id());
    return ExitCode.DONE;
  }
}
