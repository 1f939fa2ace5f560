package dev.releaseledger.cli.delivery;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.DeliveryPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Send once more what was given up. */
@Command(
    name = "replay",
    description = "Send once more: one delivery, or all of a subscription that were given up.")
final class ReplayDelivery extends LedgerCommand {
  @ArgGroup(multiplicity = "1")
  private final Which which = new Which();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    if (which.id != null) {
      session
          .screen()
          .show(
              session
                  .api()
                  .post(
                      Resource.of("deliveries", which.id, "replay"),
                      Body.empty().with("reason", reason)),
              DeliveryPage::replayed);
    } else {
      Body body = Body.empty().with("subscription", which.all).with("reason", reason);
      session
          .screen()
          .show(
              session.api().post(Resource.of("deliveries", "replay"), body),
              DeliveryPage::allReplayed);
    }
    return ExitCode.DONE;
  }

  private static final class Which {
    @Parameters(paramLabel = "DELIVERY-ID", description = "The delivery, as `delivery list` shows.")
    private @Nullable String id;

    @Option(
        names = "--all",
        paramLabel = "SUBSCRIPTION",
        description = "All of this subscription that were given up.")
    private @Nullable String all;
  }
}
