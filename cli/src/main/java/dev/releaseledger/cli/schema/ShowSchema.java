package dev.releaseledger.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.SchemaPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show a schema as the SQL that would make it. */
@Command(name = "show", description = "Show a schema as the SQL that would make it.")
final class ShowSchema extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--at",
      paramLabel = "current|live|RELEASE",
      description = "The current release (default), the database itself, or a release.")
  private @Nullable String at;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only this table.")
  private @Nullable String table;

  @Override
  protected ExitCode run(Session session) {
    JsonNode schema = session.api().get(environment.resource(session, "schema").query("at", at));
    JsonNode shown = table == null ? schema : new OneTable(table).of(schema);
    session.screen().show(shown, SchemaPage::write);
    return ExitCode.DONE;
  }
}
