package dev.releaseledger.cli.subscription;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** List who is told what. */
@Command(name = "list", description = "List who is told what.")
final class ListSubscriptions extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(Resource.of("subscriptions")), SubscriptionPage::list);
    return ExitCode.DONE;
  }
}
