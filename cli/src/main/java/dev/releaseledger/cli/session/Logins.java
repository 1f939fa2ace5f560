package dev.releaseledger.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.IdentityProvider;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logins in the context file: each belongs to one service, and no other server sees it. */
public final class Logins {
  // What expires on its way to the service is of no use there.
  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final long USUAL_SECONDS = 300;

  private final ContextFile file;
  private final InstantSource clock;

  Logins(ContextFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Returns whether somebody is logged in to a service, be it with an expired token. */
  public boolean isLoggedIn(String server) {
    return file.read().logins().containsKey(server);
  }

  /** Keeps what a provider answered to a login. */
  public void keep(String server, IdentityProvider provider, JsonNode answer) {
    put(server, login(provider, answer, null));
  }

  /** Forgets a login. */
  public void forget(String server) {
    put(server, null);
  }

  /** Returns the token of a login, renewed when it has expired; null when nobody is logged in. */
  @Nullable String token(String server) {
    Context.Login login = file.read().logins().get(server);
    if (login == null || clock.instant().plus(MARGIN).isBefore(login.expiresAt())) {
      return login == null ? null : login.accessToken();
    }
    Context.Login renewed = renew(server, login);
    put(server, renewed);
    return renewed.accessToken();
  }

  private Context.Login renew(String server, Context.Login login) {
    IdentityProvider provider = new IdentityProvider(login.issuer(), login.clientId());
    if (login.refreshToken() == null) {
      throw expired(server, "the provider gave nothing to renew it with");
    }
    JsonNode answer = provider.renew(login.refreshToken());
    if (!answer.hasNonNull("access_token")) {
      throw expired(server, "the provider does not renew it: " + answer.path("error").asText());
    }
    return login(provider, answer, login.refreshToken());
  }

  private Context.Login login(
      IdentityProvider provider, JsonNode answer, @Nullable String usualRefreshToken) {
    String refreshToken = answer.path("refresh_token").asText("");
    Instant end = clock.instant().plusSeconds(answer.path("expires_in").asLong(USUAL_SECONDS));
    return new Context.Login(
        provider.issuer(),
        provider.clientId(),
        answer.path("access_token").asText(),
        refreshToken.isEmpty() ? usualRefreshToken : refreshToken,
        end);
  }

  private void put(String server, Context.@Nullable Login login) {
    Context context = file.read();
    Map<String, Context.Login> logins = new HashMap<>(context.logins());
    if (login == null) {
      logins.remove(server);
    } else {
      logins.put(server, login);
    }
    file.write(context.withLogins(logins));
  }

  private static LedgerProblem expired(String server, String why) {
    return new LedgerProblem(
        Problem.of(
            "login-expired",
            "unauthorized",
            "Your login has expired",
            "The login to " + server + " has expired, and " + why + ".",
            "Log in again with `ledgerctl login`."));
  }
}
