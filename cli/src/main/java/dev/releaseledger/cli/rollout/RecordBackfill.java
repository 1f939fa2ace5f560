package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Record that what a change left open was filled in. */
@Command(name = "backfill", description = "Record that what a change left open was filled in.")
final class RecordBackfill extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @ArgGroup(multiplicity = "1")
  private Result result = new Result();

  @Option(names = "--rows", paramLabel = "N", description = "How many rows were filled in.")
  private @Nullable Long rows;

  @Option(names = "--reference", paramLabel = "REFERENCE", description = "Where the result is.")
  private @Nullable String reference;

  @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say about it.")
  private @Nullable String note;

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "backfill",
        Body.empty()
            .with("validated", result.validated)
            .with("rows", rows)
            .with("reference", reference)
            .with("note", note));
  }

  private static final class Result {
    @Option(names = "--validated", description = "It was checked, and nothing is missing.")
    private boolean validated;

    @Option(names = "--not-validated", description = "Something is still missing, or unchecked.")
    private boolean notValidated;
  }
}
