package dev.releaseledger.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.PolicyPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show which settings a policy would change; adopts nothing. */
@Command(name = "diff", description = "Show which settings a policy would change; adopts nothing.")
final class DiffPolicy extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Mixin private final PolicyFile file = new PolicyFile();

  @Override
  protected ExitCode run(Session session) {
    Body body = file.body(session);
    Resource policy = environment.resource(session, "policy");
    JsonNode before = session.api().get(policy);
    JsonNode after = session.api().put(policy.query("dryRun", true), body);
    JsonNode changes = PolicyChanges.between(before, after);
    session.screen().show(changes, PolicyPage::changes);
    return changes.path("changes").isEmpty() ? ExitCode.DONE : ExitCode.CHANGES;
  }
}
