package dev.releaseledger.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.SchemaBlamePage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show who last changed each column and each other part of a table, and who approved it. */
@Command(
    name = "blame",
    description = "Show who last changed each column and each other part of a table.")
final class BlameSchema extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "The table, by the name it has at that point.")
  private String table = "";

  @Option(
      names = "--at",
      paramLabel = "POINT",
      description =
          "The current release (default), a release, a position (#N), an instant or date, or"
              + " env:NAME.")
  private @Nullable String at;

  @Override
  protected ExitCode run(Session session) {
    JsonNode blame =
        session
            .api()
            .get(
                environment
                    .resource(session, "schema", "blame")
                    .query("table", table)
                    .query("at", at));
    session.screen().show(blame, SchemaBlamePage::write);
    return ExitCode.DONE;
  }
}
