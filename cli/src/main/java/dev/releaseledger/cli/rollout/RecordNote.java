package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Write down what a gate asks to have in writing. */
@Command(name = "note", description = "Write down what a gate asks to have in writing.")
final class RecordNote extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = {
        "recovery, rollback-plan, data-strategy, security-impact, verification",
        "or incident."
      })
  private String kind = "";

  @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The note.")
  private String text = "";

  @Option(
      names = "--reference",
      paramLabel = "REFERENCE",
      description = "Where there is more about it.")
  private @Nullable String reference;

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "note",
        Body.empty().with("kind", kind).with("text", text).with("reference", reference));
  }
}
