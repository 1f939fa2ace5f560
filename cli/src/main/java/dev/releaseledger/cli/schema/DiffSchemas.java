package dev.releaseledger.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.SchemaDiffPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Show how the schemas at two points differ, or the SQL that leads from one to the other. */
@Command(
    name = "diff",
    description = "Show how the schemas at two points differ, or the SQL from one to the other.")
final class DiffSchemas extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Parameters(
      index = "0",
      paramLabel = "A",
      description =
          "A point: current, live, a release, a position (#N), an instant or date, env:NAME,"
              + " ref:REF.")
  private String from = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = "current",
      paramLabel = "B",
      description = "Another point (default: the current release).")
  private String to = "";

  @Override
  protected Set<OutputFormat> formats() {
    return EnumSet.of(OutputFormat.text, OutputFormat.json, OutputFormat.sql);
  }

  @Override
  protected ExitCode run(Session session) {
    Resource resource =
        environment.resource(session, "schema", "diff").query("from", from).query("to", to);
    JsonNode diff = session.api().get(resource);
    if (session.format() == OutputFormat.sql) {
      session.screen().show(session.api().text(resource.query("format", "sql")));
    } else {
      session.screen().show(diff, SchemaDiffPage::write);
    }
    return SchemaDiffPage.isEmpty(diff) ? ExitCode.DONE : ExitCode.CHANGES;
  }
}
