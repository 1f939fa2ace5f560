package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.witness.WitnessProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A service whose applies wait until a repository and a witness keep what was approved. */
@Execution(ExecutionMode.SAME_THREAD)
class AnchoredAcceptanceTest extends AcceptanceTest {

  private static final String ORIGIN = "ledger.example.org/acceptance";
  private static final String ORDERS = "create table orders (id int primary key);\n";
  private static final String WITH_NOTE = "create table orders (id int primary key, note text);\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path place;

  private static @Nullable LedgerUnderTest anchored;
  private static @Nullable WitnessProcess witness;

  @Override
  LedgerUnderTest ledger() {
    LedgerUnderTest ledger = anchored;
    if (ledger == null) {
      ledger = started();
      anchored = ledger;
    }
    return ledger;
  }

  private static LedgerUnderTest started() {
    try {
      Keepers keepers = Keepers.of(ORIGIN, place);
      witness = keepers.witness();
      return keepers.ledger(
          "",
          Map.of(
              "ledger.evidence.gate", "anchored",
              "ledger.anchors.first-pause", "200ms",
              "ledger.anchors.longest-pause", "1s"));
    } catch (IOException | GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_apply_waits_until_its_approval_is_anchored() throws Exception {
    Database unused = environment("dev");
    repository.commit(Map.of("schema/orders.sql", ORDERS));
    // Where nobody has to approve there is nothing to wait for.
    assertThat(release("dev", "main")).isNotEmpty();

    Database prod = environment("prod", 1);
    String id = proposed();
    enter("ada", "approver");
    WitnessProcess before = running();
    before.kill();
    as("ada approver", "rollout approve " + id).exits(0);

    ledgerctl("rollout resume " + id).exits(5).says("Not anchored", "the approval by act_");
    ledgerctl("rollout show " + id).exits(0).prints("not met  anchored");
    assertThat(prod.catalogRows()).noneMatch(row -> row.contains("orders"));
    awaitLast("prod", "apply-refused");
    await(() -> anchors().path("places").path("w1").path("state").asText().equals("fails"));
    assertThat(anchors().path("places").path("audit").path("state").asText()).isEqualTo("keeps");

    witness = WitnessProcess.serve(before.url().getPort(), place);
    await(() -> ledgerctl("rollout resume " + id).code() == 0);
    assertThat(events("prod")).contains("apply-started", "release-advanced");
    assertThat(rollout("prod").path("gates").valueStream())
        .filteredOn(gate -> gate.path("name").asText().equals("anchored"))
        .allMatch(gate -> gate.path("met").asBoolean());
    try (Git git = Git.open(place.resolve("audit.git").toFile())) {
      assertThat(git.log().add(git.getRepository().resolve("main")).call()).isNotEmpty();
    }

    repository.commit(Map.of("schema/orders.sql", WITH_NOTE));
    String next = proposed();
    running().kill();
    as("ada approver", "rollout approve " + next).exits(0);
    ledgerctl("rollout resume " + next).exits(5).says("Not anchored");
    enter("oscar", "operator");
    as("oscar operator", "rollout emergency " + next + " --reason 'the shop is down'")
        .exits(0)
        .prints("Applied 1 step");
    ledgerctl("rollout show " + next).exits(0).prints("passed over  anchored");
    witness = WitnessProcess.serve(before.url().getPort(), place);
  }

  @Test
  void only_admins_see_how_it_goes_with_the_places() throws Exception {
    enter("vera", "viewer");

    assertThat(health(variables("vera viewer")).statusCode()).isEqualTo(403);
    assertThat(health(variables("admin")).statusCode()).isEqualTo(200);
  }

  private static WitnessProcess running() {
    WitnessProcess running = witness;
    if (running == null) {
      throw new IllegalStateException("no witness was started");
    }
    return running;
  }

  /** A plan that waits for approval; answers with its rollout. */
  private String proposed() {
    ledgerctl("apply --only schema --ref main --env prod").exits(5);
    return rollout("prod").path("id").asText();
  }

  private JsonNode anchors() {
    try {
      return Json.read(health(variables("admin")).body())
          .path("components")
          .path("anchors")
          .path("details");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> health(Map<String, String> who)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(ledger().url() + "/manage/health"))
              .header("Authorization", "Bearer " + who.get("LEDGER_TOKEN"))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
      LockSupport.parkNanos(100_000_000);
    }
  }
}
