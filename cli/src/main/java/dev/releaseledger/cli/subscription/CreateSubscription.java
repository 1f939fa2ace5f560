package dev.releaseledger.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.SubscriptionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ScopeOption;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tell somebody what happens from now on. */
@Command(name = "create", description = "Tell somebody what happens from now on.")
final class CreateSubscription extends LedgerCommand {
  @Parameters(paramLabel = "NAME", description = "What to call it.")
  private String name = "";

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      description = "${COMPLETION-CANDIDATES}.")
  private Channel channel = Channel.webhook;

  @ArgGroup(multiplicity = "1")
  private final Where where = new Where();

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      description = "Only entries of this kind, such as drift-detected; repeatable.")
  private List<String> events = List.of();

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "Only from this on: ${COMPLETION-CANDIDATES} (default: info).")
  private Severity severity = Severity.info;

  @Mixin private final ScopeOption scope = new ScopeOption();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("name", name)
            .with("channel", channel.name())
            .with("to", where.addresses(session))
            .with("events", events)
            .with("severity", severity.name())
            .with("reason", reason);
    JsonNode created = session.api().post(Resource.of("subscriptions"), scope.in(body));
    session.screen().show(created, SubscriptionPage::created);
    return ExitCode.DONE;
  }

  private enum Channel {
    webhook,
    slack,
    teams,
    mail
  }

  private enum Severity {
    info,
    notice,
    warning,
    critical
  }

  private static final class Where {
    @Option(
        names = "--to",
        paramLabel = "URL|ADDRESS",
        description = "The URL, or an address of mail; addresses are repeatable.")
    private List<String> to = List.of();

    @Option(
        names = "--to-file",
        paramLabel = "FILE",
        description = "The file with it, one a line: a URL may be a secret.")
    private @Nullable String file;

    private List<String> addresses(Session session) {
      return file == null
          ? to
          : TextFile.addresses(session, file)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
    }
  }
}
