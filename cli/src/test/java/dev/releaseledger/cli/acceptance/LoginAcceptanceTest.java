package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.LedgerCtl;
import dev.releaseledger.cli.session.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People and services whom a real OpenID provider vouches for. */
class LoginAcceptanceTest extends AcceptanceTest {

  private static final OpenIdProvider PROVIDER = OpenIdProvider.start();
  private static final LedgerUnderTest TRUSTING =
      LedgerUnderTest.with(
          Map.of(
              "ledger.oidc.issuer",
              PROVIDER.issuer(),
              "ledger.oidc.audience",
              OpenIdProvider.AUDIENCE,
              "ledger.oidc.client-id",
              OpenIdProvider.CLIENT,
              // This provider gives refresh tokens unasked, and has no id tokens for devices.
              "ledger.oidc.scopes",
              "profile",
              "ledger.limits.failed-logins",
              "0",
              "ledger.limits.calls",
              "0"));
  private static final Pattern CODE = Pattern.compile("enter the code (\\S+)");

  private Duration later = Duration.ZERO;

  @Override
  LedgerUnderTest ledger() {
    return TRUSTING;
  }

  private Path context(String person) {
    return home.resolve(person + ".json");
  }

  /** Runs a command as a person who has no token but what a login gives. */
  private Outcome at(String person, String line) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    return at(person, line, out, err);
  }

  private Outcome at(String person, String line, StringWriter out, StringWriter err) {
    int code =
        LedgerCtl.execute(
            new Surroundings(
                Map.of(
                    "LEDGER_SERVER", ledger().url(),
                    "LEDGER_PROJECT", project,
                    "LEDGER_CONFIG", context(person).toString(),
                    "LEDGER_DATA", home.resolve("nothing").toString()),
                home,
                home,
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                false,
                () -> Instant.now().plus(later)),
            words(line).toArray(String[]::new));
    return new Outcome(line, code, out.toString(), err.toString());
  }

  private Outcome login(String person) {
    StringWriter err = new StringWriter();
    CompletableFuture<Outcome> login =
        CompletableFuture.supplyAsync(
            () -> at(person, "login --format json", new StringWriter(), err),
            Thread::startVirtualThread);
    PROVIDER.enter(code(err, login), person);
    return login.join();
  }

  private static String code(StringWriter err, CompletableFuture<Outcome> login) {
    for (int i = 0; i < 500; i++) {
      Matcher code = CODE.matcher(err.toString());
      if (code.find()) {
        return code.group(1);
      }
      if (login.isDone()) {
        throw new AssertionError(login.join());
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("no code: " + err);
  }

  private static JsonNode whoami(Outcome outcome) {
    return outcome.exits(0).json();
  }

  @Test
  void a_person_logs_in_and_has_what_their_groups_are_granted() throws IOException {
    environment("dev");
    environment("prod");
    ledgerctl("access grant --group /platform/dba --role operator --project " + project).exits(0);
    ledgerctl("access grant --group /platform/dba --role viewer --env prod --project " + project)
        .exits(0);

    JsonNode ada = whoami(login("ada"));

    assertThat(ada.path("name").asText()).isEqualTo("ada");
    assertThat(ada.path("groups")).hasToString("[\"/platform/dba\"]");
    at("ada", "env freeze --env dev --reason stocktaking").exits(0);
    Outcome refused = at("ada", "env freeze --env prod --reason stocktaking --format json");
    assertThat(refused.exits(4).problem().path("scope").asText()).isEqualTo(project + "/prod");

    renewed();

    at("ada", "logout").exits(0).prints("Logged out of ");
    at("ada", "whoami").exits(1);
    assertThat(Files.readString(context("ada"))).doesNotContain("eyJ");
  }

  /** A login that has expired is renewed, and used up is what it was renewed with. */
  private void renewed() throws IOException {
    String before = Files.readString(context("ada"));
    later = Duration.ofMinutes(10);
    JsonNode ada = whoami(at("ada", "whoami --format json"));
    assertThat(ada.path("name").asText()).isEqualTo("ada");
    String after = Files.readString(context("ada"));
    later = Duration.ZERO;

    assertThat(after).isNotEqualTo(before);
    assertThat(Files.getPosixFilePermissions(context("ada"))).hasSize(2);
    Files.writeString(context("ada"), before);
    later = Duration.ofMinutes(10);
    at("ada", "whoami").exits(1).says("ledgerctl login");
    later = Duration.ZERO;
    Files.writeString(context("ada"), after);
  }

  @Test
  void somebody_who_is_granted_nothing_may_do_nothing() {
    JsonNode grace = whoami(login("grace"));

    assertThat(grace.path("roles")).isEmpty();
    assertThat(grace.path("expiresAt").asText()).isNotBlank();
    at("grace", "project list").exits(4).says("ledgerctl access grant --actor grace");
  }

  @Test
  void a_service_calls_with_a_token_of_the_provider() {
    String robot = PROVIDER.tokenOf("robot");
    environment("dev");
    ledgerctl("env baseline --env dev").exits(0);
    at("robot", "whoami --token " + robot).exits(0).prints("robot");
    at("robot", "drift check --env dev --token " + robot).exits(4);

    ledgerctl("access grant --actor robot --role deployer --project " + project).exits(0);

    at("robot", "drift check --env dev --token " + robot).exits(0);
    assertThat(timeline("dev").findValuesAsText("actor")).contains("robot");
  }

  @Test
  void a_token_that_was_made_for_another_program_is_worth_nothing() {
    at("x", "whoami --token " + PROVIDER.tokenOf("stranger")).exits(1);
  }

  @Test
  void a_token_of_another_provider_and_one_that_was_altered_are_worth_nothing() {
    try (OpenIdProvider other = OpenIdProvider.start()) {
      at("x", "whoami --token " + other.tokenOf("robot")).exits(1);
    }
    String[] parts = PROVIDER.tokenOf("robot").split("\\.");
    String[] others = PROVIDER.tokenOf("stranger").split("\\.");
    at("x", "whoami --token " + parts[0] + "." + parts[1] + "." + others[2]).exits(1);
    at("x", "whoami --token " + parts[0] + "." + parts[1] + ".").exits(1);
  }

  @Test
  void a_name_at_the_provider_makes_nobody_the_admin_here() {
    ledgerctl("actor set grace --address grace@example.org").exits(0);

    assertThat(whoami(login("grace")).path("roles")).isEmpty();
  }

  @Test
  void where_there_is_no_provider_nobody_logs_in() {
    Outcome outcome =
        new Outcome(
            "login",
            LedgerCtl.execute(
                new Surroundings(
                    Map.of(
                        "LEDGER_SERVER",
                        LEDGER.url(),
                        "LEDGER_CONFIG",
                        context("nobody").toString()),
                    home,
                    home,
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(new StringWriter()),
                    false,
                    false,
                    Instant::now),
                "login"),
            "",
            "");

    outcome.exits(1);
  }
}
