package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.ChangeRecordPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show the record of a change: what, why, who, when, and what came of it. */
@Command(
    name = "record",
    description = "Show the record of a change: what, why, who, when, and what came of it.")
final class ShowRecord extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Override
  protected Set<OutputFormat> formats() {
    return EnumSet.of(OutputFormat.text, OutputFormat.json, OutputFormat.md);
  }

  @Override
  protected ExitCode run(Session session) {
    if (session.format() == OutputFormat.md) {
      String markdown =
          session.api().text(rollout.resource("record").query("format", "md"), "text/markdown");
      session.screen().show(Json.object(), (_, page) -> page.verbatim(markdown));
    } else {
      JsonNode record = session.api().get(rollout.resource("record"));
      session.screen().show(record, ChangeRecordPage::write);
    }
    return ExitCode.DONE;
  }
}
