package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TriggerOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Go on with a rollout that was interrupted or put off. */
@Command(name = "resume", description = "Go on with a rollout that was interrupted or put off.")
final class ResumeRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Mixin private final TriggerOption trigger = new TriggerOption();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Option(names = "--no-wait", description = "Do not wait for the statements to finish.")
  private boolean noWait;

  @Override
  protected ExitCode run(Session session) {
    JsonNode answer;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("resuming ...");
      Body body = Body.empty().with("reason", reason).with("trigger", trigger.word());
      answer = session.api().post(rollout.resource("resume"), body);
    }
    return new RolloutWatch(session).show(answer, noWait);
  }
}
