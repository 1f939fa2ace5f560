package dev.releaseledger.cli.subscription;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tell them no longer. */
@Command(name = "remove", description = "Tell them no longer; what waits is not sent.")
final class RemoveSubscription extends LedgerCommand {
  @Mixin private final SubscriptionName subscription = new SubscriptionName();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session.api().delete(subscription.resource().query("reason", reason));
    session
        .screen()
        .show(Json.object().put("removed", subscription.toString()), SubscriptionPage::removed);
    return ExitCode.DONE;
  }
}
