package dev.releaseledger.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.SchemaPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show a schema, now or at any point: as the SQL that would make it, or as a picture. */
@Command(
    name = "show",
    description =
        "Show a schema, now or at any point: as the SQL that would make it, or as a picture.")
final class ShowSchema extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--at",
      paramLabel = "POINT",
      description =
          "The current release (default), live for the database itself, a release, a position"
              + " (#N), an instant or date, env:NAME, or ref:REF.")
  private @Nullable String at;

  @Option(names = "--table", paramLabel = "TABLE", description = "Only this table.")
  private @Nullable String table;

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Only this connection; a picture has one.")
  private @Nullable String connection;

  @Override
  protected Set<OutputFormat> formats() {
    return EnumSet.of(
        OutputFormat.text,
        OutputFormat.json,
        OutputFormat.sql,
        OutputFormat.mermaid,
        OutputFormat.svg);
  }

  @Override
  protected ExitCode run(Session session) {
    Resource schema =
        environment
            .resource(session, "schema")
            .query("at", at)
            .query("table", table)
            .query("connection", connection);
    switch (session.format()) {
      case sql, mermaid, svg ->
          session.screen().show(session.api().text(schema.query("format", session.format())));
      case text, json, md, sarif -> {
        JsonNode shown = session.api().get(schema);
        session.screen().show(shown, SchemaPage::write);
      }
    }
    return ExitCode.DONE;
  }
}
