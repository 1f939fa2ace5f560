package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Open a gate for one rollout, and answer for it. */
@Command(name = "waive", description = "Open a gate for one rollout, and answer for it.")
final class WaiveGate extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--gate",
      required = true,
      paramLabel = "GATE",
      description = "Which, by the name that `rollout show` has for it.")
  private String gate = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(names = "--reference", paramLabel = "REFERENCE", description = "Where that was agreed.")
  private @Nullable String reference;

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "waive",
        Body.empty().with("gate", gate).with("reason", reason).with("reference", reference));
  }
}
