package dev.releaseledger.cli.actor;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ActorKind;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Make an actor known, or say more of one; what is not said stays as it is. */
@Command(
    name = "set",
    description = "Make an actor known, or say more of one; what is not said stays as it is.")
final class SetActor extends LedgerCommand {
  @Parameters(paramLabel = "NAME", description = "What the actor is called.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "person|service",
      description = "What the actor is (default: a person).")
  private @Nullable ActorKind kind;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "An e-mail address of the actor's commits; all of them, in place of those known.")
  private @Nullable List<String> addresses;

  @Option(
      names = "--ssh-key",
      paramLabel = "FILE",
      description =
          "A public key the actor signs approvals with; all of them, in place of those known.")
  private @Nullable List<String> keys;

  @Option(
      names = "--subject",
      paramLabel = "SUBJECT",
      description = "By what subject the identity provider knows the actor.")
  private @Nullable String subject;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("name", name)
            .with("kind", kind == null ? null : kind.name())
            .with("subject", subject)
            .with("reason", reason);
    if (addresses != null) {
      // One that is empty says that there are none.
      body.with("addresses", addresses.stream().filter(a -> !a.isBlank()).toList());
    }
    if (keys != null) {
      body.with("keys", keys.stream().map(file -> TextFile.publicKey(session, file)).toList());
    }
    session.screen().show(session.api().post(Resource.of("actors"), body), AccessPage::actor);
    return ExitCode.DONE;
  }
}
