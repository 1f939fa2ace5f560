package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Take a rollout out of the schedule; it stays approved. */
@Command(
    name = "unschedule",
    description = "Take a rollout out of the schedule; it stays approved.")
final class UnscheduleRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(session, "unschedule", Body.empty().with("reason", reason));
  }
}
