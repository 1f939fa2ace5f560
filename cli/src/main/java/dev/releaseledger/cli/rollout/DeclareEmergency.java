package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TriggerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Run a rollout now, past its approvals; somebody else reviews that afterwards. */
@Command(
    name = "emergency",
    description = "Run a rollout now, past its approvals; somebody else reviews that afterwards.")
final class DeclareEmergency extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Mixin private final TriggerOption trigger = new TriggerOption();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it cannot wait.")
  private String reason = "";

  @Option(names = "--no-wait", description = "Do not wait for the statements to finish.")
  private boolean noWait;

  @Override
  protected ExitCode run(Session session) {
    JsonNode answer;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("applying ...");
      Body body = Body.empty().with("reason", reason).with("trigger", trigger.word());
      answer = session.api().post(rollout.resource("emergency"), body);
    }
    return new RolloutWatch(session).show(answer, noWait);
  }
}
