package dev.releaseledger.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.PolicyPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adopt a policy for an environment. */
@Command(name = "set", description = "Adopt a policy for an environment.")
final class SetPolicy extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Mixin private final PolicyFile file = new PolicyFile();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = file.body(session).with("reason", reason);
    Resource policy = environment.resource(session, "policy");
    JsonNode before = session.api().get(policy);
    JsonNode after = session.api().put(policy, body);
    JsonNode changes = PolicyChanges.between(before, after);
    session
        .screen()
        .show(after, (adopted, page) -> PolicyPage.adopted(before, adopted, changes, page));
    return ExitCode.DONE;
  }
}
