package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.EnvironmentPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Create an environment on one or more databases. */
@Command(name = "create", description = "Create an environment on one or more databases.")
final class CreateEnvironment extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--url",
      required = true,
      paramLabel = "[NAME=]URL",
      description = {
        "A database: jdbc:postgresql://HOST/DB, or embedded:NAME on the service's own server;",
        "repeatable as NAME=URL for several connections. No credentials in here."
      })
  private List<String> urls = new ArrayList<>();

  @Option(
      names = "--approvals",
      paramLabel = "N",
      description = "How many others must approve before an apply (default ${DEFAULT-VALUE}).")
  private int approvals = 0;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The rules it adopts at once, a YAML document.")
  private @Nullable String policy;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("name", environment.environment(session))
            .with("urls", ConnectionUrls.of(urls, session))
            .with("approvals", approvals)
            .with("policy", policy == null ? null : TextFile.policy(session, policy));
    String project = environment.project(session);
    JsonNode created = session.api().post(Resource.of("projects", project, "environments"), body);
    session.screen().show(created, EnvironmentPage::write);
    return ExitCode.DONE;
  }
}
