package dev.releaseledger.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ActorKind;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Role;
import dev.releaseledger.cli.session.ScopeOption;
import dev.releaseledger.cli.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Make a token for a person or a service. */
@Command(name = "create", description = "Make a token for a person or a service.")
final class CreateToken extends LedgerCommand {
  @Option(
      names = "--actor",
      required = true,
      paramLabel = "NAME",
      description = "Whose token it is; the name stands in every event.")
  private String actor = "";

  @Option(
      names = "--kind",
      paramLabel = "person|service",
      description = "What the actor is, when it is a new one (default: a person).")
  private @Nullable ActorKind kind;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "The one role it acts with: ${COMPLETION-CANDIDATES} (default: its actor's roles).")
  private @Nullable Role role;

  @Mixin private final ScopeOption scope = new ScopeOption();

  @Option(
      names = "--expires-in",
      paramLabel = "DURATION",
      description = "How long it is worth something, such as P30D or PT12H (default: for good).")
  private @Nullable String expiresIn;

  @Option(
      names = "--trigger",
      paramLabel = "manual|pipeline",
      description = "How its holder may say that an apply came about (default: both).")
  private @Nullable List<Trigger> triggers;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("actorName", actor)
            .with("kind", kind == null ? null : kind.name())
            .with("role", role == null ? null : role.name())
            .with("expiresIn", expiresIn)
            .with("reason", reason);
    if (triggers != null) {
      body.with("triggers", triggers.stream().map(Trigger::name).toList());
    }
    JsonNode token = session.api().post(Resource.of("tokens"), scope.in(body));
    session.screen().show(token, TokenPage::created);
    return ExitCode.DONE;
  }

  private enum Trigger {
    manual,
    pipeline
  }
}
