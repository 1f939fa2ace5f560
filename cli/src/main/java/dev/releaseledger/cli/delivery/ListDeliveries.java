package dev.releaseledger.cli.delivery;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.DeliveryPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** List what became of notices. */
@Command(name = "list", description = "List what became of notices, the latest entries first.")
final class ListDeliveries extends LedgerCommand {
  @Option(
      names = "--subscription",
      paramLabel = "SUBSCRIPTION",
      description = "Only those of this one, by name or id.")
  private @Nullable String subscription;

  @ArgGroup private final Which which = new Which();

  @Option(
      names = "--before",
      paramLabel = "DELIVERY-ID",
      description = "Only those behind this one, which is how a long list goes on.")
  private @Nullable String before;

  @Option(names = "--limit", paramLabel = "N", description = "How many (default 100).")
  private @Nullable Integer limit;

  @Override
  protected ExitCode run(Session session) {
    Resource resource =
        Resource.of("deliveries")
            .query("subscription", subscription)
            .query("status", which.dead ? "dead" : which.status)
            .query("before", before)
            .query("limit", limit);
    session.screen().show(session.api().get(resource), DeliveryPage::list);
    return ExitCode.DONE;
  }

  private enum Status {
    pending,
    delivered,
    dead
  }

  private static final class Which {
    @Option(
        names = "--status",
        paramLabel = "STATUS",
        description = "Only those that are ${COMPLETION-CANDIDATES}.")
    private @Nullable Status status;

    @Option(names = "--dead", description = "Only those that were given up.")
    private boolean dead;
  }
}
