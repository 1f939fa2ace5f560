package dev.releaseledger.cli.timeline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Show what happened that people want to hear of, oldest first. */
@Command(
    name = "notices",
    description = "Show what happened that people want to hear of, oldest first.")
public final class Notices extends EntriesCommand {

  @Override
  String resource() {
    return "notices";
  }

  @Override
  @Nullable SeverityOption least() {
    return SeverityOption.notice;
  }
}
