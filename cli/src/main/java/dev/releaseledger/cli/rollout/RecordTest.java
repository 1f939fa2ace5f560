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

/** Record how a change was tested. */
@Command(name = "test", description = "Record how a change was tested.")
final class RecordTest extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "local-validation, suite, performance or verification.")
  private String kind = "";

  @ArgGroup(multiplicity = "1")
  private Result result = new Result();

  @Option(names = "--reference", paramLabel = "REFERENCE", description = "Where the result is.")
  private @Nullable String reference;

  @Option(names = "--note", paramLabel = "TEXT", description = "What there is to say about it.")
  private @Nullable String note;

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "test",
        Body.empty()
            .with("kind", kind)
            .with("passed", result.passed)
            .with("reference", reference)
            .with("note", note));
  }

  private static final class Result {
    @Option(names = "--passed", description = "It went well.")
    private boolean passed;

    @Option(names = "--failed", description = "It did not.")
    private boolean failed;
  }
}
