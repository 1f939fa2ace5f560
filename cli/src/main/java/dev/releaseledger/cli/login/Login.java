package dev.releaseledger.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.IdentityProvider;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;

/** Log in with the identity provider of the service, at whatever device has a browser. */
@Command(
    name = "login",
    description = "Log in with the identity provider of the service, in a browser anywhere.")
public final class Login extends LedgerCommand {
  private static final long USUAL_PAUSE = 5;
  private static final long USUAL_END = 600;

  @Override
  protected ExitCode run(Session session) {
    if (session.settings().isTokenGiven()) {
      throw session.usage("a token is given with --token or LEDGER_TOKEN, which beats a login");
    }
    String server = session.settings().server();
    // An old login must not be in the way of a new one.
    session.settings().logins().forget(server);
    JsonNode login = session.api().get(Resource.of("login"));
    IdentityProvider provider =
        new IdentityProvider(login.path("issuer").asText(), login.path("clientId").asText());
    JsonNode device = provider.begin(login.path("scopes").asText());
    tell(session, device);
    session.settings().logins().keep(server, provider, await(session, provider, device));
    session.screen().show(session.api().get(Resource.of("whoami")), TokenPage::whoami);
    return ExitCode.DONE;
  }

  private static void tell(Session session, JsonNode device) {
    session
        .screen()
        .ask(
            "Open "
                + device.path("verification_uri").asText()
                + " and enter the code "
                + device.path("user_code").asText());
    String complete = device.path("verification_uri_complete").asText("");
    if (!complete.isEmpty()) {
      session.screen().ask("or open " + complete);
    }
  }

  private static JsonNode await(Session session, IdentityProvider provider, JsonNode device) {
    long pause = device.path("interval").asLong(USUAL_PAUSE);
    Instant end =
        session
            .surroundings()
            .clock()
            .instant()
            .plusSeconds(device.path("expires_in").asLong(USUAL_END));
    while (session.surroundings().clock().instant().isBefore(end)) {
      sleep(pause);
      JsonNode answer = provider.poll(device.path("device_code").asText());
      switch (answer.path("error").asText("")) {
        case "" -> {
          return answer;
        }
        case "authorization_pending" -> {}
        case "slow_down" -> pause += USUAL_PAUSE;
        default -> throw new LedgerProblem(provider.refused(answer));
      }
    }
    throw new LedgerProblem(
        Problem.of(
            "login-refused",
            "unauthorized",
            "Nobody logged in",
            "The code was not entered in time.",
            "Begin anew with `ledgerctl login`."));
  }

  private static void sleep(long seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerProblem(
          Problem.of(
              "interrupted",
              "fault",
              "Interrupted",
              "ledgerctl was interrupted while it waited for the login.",
              "Begin anew with `ledgerctl login`."));
    }
  }
}
