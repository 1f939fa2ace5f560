package dev.releaseledger.cli.subscription;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tell them again. */
@Command(name = "resume", description = "Tell them again: what waited, and what happens now.")
final class ResumeSubscription extends LedgerCommand {
  @Mixin private final SubscriptionName subscription = new SubscriptionName();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("reason", reason);
    session
        .screen()
        .show(session.api().post(subscription.resource("resume"), body), SubscriptionPage::state);
    return ExitCode.DONE;
  }
}
