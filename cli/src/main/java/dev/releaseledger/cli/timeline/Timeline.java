package dev.releaseledger.cli.timeline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Show what happened, oldest first. */
@Command(name = "timeline", description = "Show what happened, oldest first.")
public final class Timeline extends EntriesCommand {

  @Override
  String resource() {
    return "timeline";
  }

  @Override
  @Nullable SeverityOption least() {
    return null;
  }
}
