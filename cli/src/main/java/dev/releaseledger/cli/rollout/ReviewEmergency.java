package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judge an emergency of somebody else, afterwards. */
@Command(name = "review", description = "Judge an emergency of somebody else, afterwards.")
final class ReviewEmergency extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @ArgGroup(multiplicity = "1")
  private Judgement judgement = new Judgement();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "review",
        Body.empty().with("justified", judgement.justified).with("reason", reason));
  }

  private static final class Judgement {
    @Option(names = "--justified", description = "It could not wait.")
    private boolean justified;

    @Option(names = "--not-justified", description = "It could have waited.")
    private boolean notJustified;
  }
}
