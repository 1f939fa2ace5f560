package dev.releaseledger.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.LintPage;
import dev.releaseledger.cli.render.LintSarif;
import dev.releaseledger.cli.render.Writing;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Try SQL scripts on a copy of an environment's schema: locks, rewrites, scans and findings. */
@Command(
    name = "lint",
    description =
        "Try SQL scripts on a copy of an environment's schema: locks, rewrites, scans, findings.")
public final class Lint extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The scripts, tried one after the other.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "The connection they are for, where the environment has several.")
  private @Nullable String connection;

  @Option(
      names = "--fail-on",
      paramLabel = "metadata_only|low_lock|blocking|breaking|unsupported",
      description = "End with exit code 4 when a finding is this bad or worse (default: blocking).")
  private Threshold failOn = Threshold.blocking;

  @Override
  protected Set<OutputFormat> formats() {
    return EnumSet.of(OutputFormat.text, OutputFormat.json, OutputFormat.sarif);
  }

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("connection", connection);
    for (String file : files) {
      body = body.withEntry("files", "path", file, "sql", ScriptFile.read(session, file));
    }
    JsonNode lint;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("trying the script on a copy ...");
      lint = session.api().post(environment.resource(session, "lint"), body);
    }
    session.screen().show(lint, writing(session));
    return failOn.isReachedBy(lint) ? ExitCode.REFUSED : ExitCode.DONE;
  }

  private static Writing writing(Session session) {
    return session.format() == OutputFormat.sarif
        ? new LintSarif(session.settings().documentation())::write
        : LintPage::write;
  }
}
