package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.witness.WitnessProcess;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Evidence of a ledger that a repository, an authority and a witness keep: two of the three. */
@Execution(ExecutionMode.SAME_THREAD)
class AnchoredEvidenceAcceptanceTest extends Governed {

  private static final String ORIGIN = "ledger.example.org/anchored-evidence";
  private static final int LONGEST = 120;

  // The service goes on writing there until it ends.
  @TempDir(cleanup = CleanupMode.NEVER)
  @SuppressWarnings("NullAway.Init")
  private static Path place;

  private static @Nullable LedgerUnderTest anchored;
  private static @Nullable WitnessProcess witness;
  private static final LocalTimestampAuthority AUTHORITY =
      LocalTimestampAuthority.named("tsa", InstantSource.system());

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
      StringBuilder certificates = new StringBuilder();
      for (X509Certificate certificate : AUTHORITY.chain()) {
        certificates
            .append("-----BEGIN CERTIFICATE-----\n")
            .append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
      Files.writeString(place.resolve("tsa.pem"), certificates);
      return keepers.ledger(
          "rfc3161 tsa %s tsa.pem\n".formatted(AUTHORITY.start()),
          Map.of("ledger.anchors.every", "1s"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() {
    AUTHORITY.close();
    WitnessProcess running = witness;
    if (running != null) {
      running.close();
    }
  }

  /** Exports until all of them have kept a checkpoint with the whole rollout. */
  private void exportedOnceKept(String rollout) throws IOException {
    trust("all.json", 3);
    for (int i = 0; i < LONGEST; i++) {
      ledgerctl("evidence export --env prod --output r.zip --rollout " + rollout).exits(0);
      String out = ledgerctl("evidence verify r.zip --trust all.json --against kept").out();
      if (out.contains("3 of 3 kinds of places")) {
        return;
      }
      LockSupport.parkNanos(250_000_000);
      Files.writeString(home.resolve("kept"), latestInRepository());
    }
    throw new AssertionError("nobody has kept a checkpoint with the rollout");
  }

  /** The trust file of the service with another number of places. */
  private void trust(String file, int required) throws IOException {
    ledgerctl("evidence trust --output trust.json").exits(0);
    String trust = Files.readString(home.resolve("trust.json"));
    assertThat(trust).contains("\"of\":[\"git\",\"rfc3161\",\"witness\"],\"required\":2");
    Files.writeString(
        home.resolve(file), trust.replace("\"required\":2", "\"required\":" + required));
  }

  private String latestInRepository() throws IOException {
    try (Git git = Git.open(place.resolve("audit.git").toFile())) {
      var repository = git.getRepository();
      ObjectId tip = repository.resolve("main");
      try (TreeWalk tree =
          TreeWalk.forPath(repository, "latest", repository.parseCommit(tip).getTree())) {
        return new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void two_of_three_places_are_demanded_and_counted_without_the_service() throws Exception {
    released("prod");
    String rollout = rollout("prod").path("id").asText();
    ledgerctl("evidence checkpoint --output kept").exits(0);
    exportedOnceKept(rollout);

    // The authority and the witness vouch by themselves, the repository once somebody looks there.
    ledgerctl("evidence verify r.zip --trust trust.json")
        .exits(0)
        .prints("2 of 3 kinds of places, 2 needed", "within bounds");
    ledgerctl("evidence verify r.zip --trust all.json")
        .exits(4)
        .prints("2 of 3 kinds of places, 3 needed");
    ledgerctl("evidence verify r.zip --trust all.json --against kept").exits(0);

    String trust = Files.readString(home.resolve("trust.json"));
    Files.writeString(home.resolve("quorum.json"), trust.replace("quorum none", "quorum w1"));
    ledgerctl("evidence verify r.zip --trust quorum.json").exits(0).prints("1 of 1 key cosigned");
    // Nobody vouches for a stamp of an authority that the trust file does not name.
    Files.writeString(
        home.resolve("strangers.json"),
        trust.replaceFirst(
            "\"timestampAuthorities\":\\[.*?}],\"type\"", "\"timestampAuthorities\":[],\"type\""));
    ledgerctl("evidence verify r.zip --trust strangers.json")
        .exits(4)
        .prints("1 of 3 kinds of places, 2 needed");
  }

  @Test
  void a_period_ends_at_a_checkpoint_that_is_kept() throws Exception {
    released("prod");
    String rollout = rollout("prod").path("id").asText();
    String end = Instant.now().toString();
    ledgerctl("evidence checkpoint --output kept").exits(0);
    exportedOnceKept(rollout);

    ledgerctl("evidence export --from 0 --to %s --output p.zip".formatted(end)).exits(0);

    ledgerctl("evidence verify p.zip --trust trust.json")
        .exits(0)
        .prints("2 of 3 kinds of places, 2 needed");
  }

  @Test
  void the_trusted_root_of_other_verifiers_has_the_same_log() throws Exception {
    ledgerctl("evidence trust --output trust.json --trusted-root root.json").exits(0);

    assertThat(Files.readString(home.resolve("root.json")))
        .contains("\"baseUrl\":\"https://" + ORIGIN + "\"", "trustedroot+json");
  }
}
