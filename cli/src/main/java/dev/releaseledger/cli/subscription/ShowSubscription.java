package dev.releaseledger.cli.subscription;

import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show a subscription and how its deliveries stand. */
@Command(name = "show", description = "Show a subscription and how its deliveries stand.")
final class ShowSubscription extends LedgerCommand {
  @Mixin private final SubscriptionName subscription = new SubscriptionName();

  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(subscription.resource()), SubscriptionPage::one);
    return ExitCode.DONE;
  }
}
