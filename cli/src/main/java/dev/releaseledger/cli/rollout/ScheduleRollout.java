package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.PointInTime;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TriggerOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Let an approved rollout run by itself at a time. */
@Command(name = "schedule", description = "Let an approved rollout run by itself at a time.")
final class ScheduleRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();
  @Mixin private final TriggerOption trigger = new TriggerOption();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "When, like 2026-12-01T22:00+01:00.")
  private Instant at = Instant.EPOCH;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why then.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("at", at).with("trigger", trigger.word()).with("reason", reason);
    return rollout.record(session, "schedule", body);
  }
}
