package dev.releaseledger.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** See whether notices arrive. */
@Command(name = "test", description = "Send something now that is no entry, and see what happens.")
final class TestSubscription extends LedgerCommand {
  @Mixin private final SubscriptionName subscription = new SubscriptionName();

  @Override
  protected ExitCode run(Session session) {
    JsonNode tested = session.api().post(subscription.resource("test"), Body.empty());
    session.screen().show(tested, SubscriptionPage::tested);
    return tested.path("delivered").asBoolean() ? ExitCode.DONE : ExitCode.ERROR;
  }
}
