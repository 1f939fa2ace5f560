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

/** Sign with another secret. */
@Command(
    name = "rotate",
    description = "Sign with another secret, and for a while with the one before as well.")
final class RotateSecret extends LedgerCommand {
  @Mixin private final SubscriptionName subscription = new SubscriptionName();

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      description = "How long the secret before counts too, such as PT24H; PT0S when it leaked.")
  private @Nullable String grace;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("grace", grace).with("reason", reason);
    session
        .screen()
        .show(session.api().post(subscription.resource("rotate"), body), SubscriptionPage::rotated);
    return ExitCode.DONE;
  }
}
