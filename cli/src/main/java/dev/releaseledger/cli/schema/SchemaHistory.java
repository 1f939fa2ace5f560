package dev.releaseledger.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.SchemaHistoryPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show what became of a table or another object, release by release, newest first. */
@Command(
    name = "history",
    description = "Show what became of a table or another object, release by release.")
final class SchemaHistory extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "The versions of this table, whatever it was called.")
  private @Nullable String table;

  @Option(
      names = "--object",
      paramLabel = "OBJECT",
      description = "The versions of another object, with its kind: \"view public.totals\".")
  private @Nullable String object;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private @Nullable Integer limit;

  @Option(
      names = "--before",
      paramLabel = "POSITION",
      description = "Only what is older: a position, or where an earlier answer ended.")
  private @Nullable String before;

  @Override
  protected ExitCode run(Session session) {
    if (table != null && object != null) {
      throw session.usage("give --table or --object, not both");
    }
    JsonNode history =
        session
            .api()
            .get(
                environment
                    .resource(session, "schema", "history")
                    .query("table", table)
                    .query("object", object)
                    .query("limit", limit)
                    .query("before", before));
    boolean one = table != null || object != null;
    session.screen().show(history, one ? SchemaHistoryPage::one : SchemaHistoryPage::all);
    return ExitCode.DONE;
  }
}
