package dev.releaseledger.cli.actor;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ErasurePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forget who an actor was. */
@Command(
    name = "erase",
    description = {
      "Forget who an actor was: the name, the addresses, the sign-in.",
      "What it did stays recorded under its id, and every proof stays valid."
    })
final class EraseActor extends LedgerCommand {
  @Parameters(paramLabel = "NAME", description = "What the actor is called.")
  private String name = "";

  @Option(names = "--texts", description = "Forget what the actor wrote as well.")
  private boolean texts;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session
        .screen()
        .show(
            session
                .api()
                .post(
                    Resource.of("actors", name, "erasure"),
                    Body.empty().with("texts", texts).with("reason", reason)),
            ErasurePage::actor);
    return ExitCode.DONE;
  }
}
