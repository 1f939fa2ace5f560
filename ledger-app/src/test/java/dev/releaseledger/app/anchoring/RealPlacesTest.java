package dev.releaseledger.app.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.anchoring.AnchoringInstance.MovableClock;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a ledger in a git repository, with an authority and with a witness, all at once. */
@PostgresTest
class RealPlacesTest {

  @TempDir private Path data;

  @Test
  void a_ledger_that_grows_is_kept_by_all_of_them(TestDatabase database) throws Exception {
    MovableClock clock = new MovableClock();
    Path repository = data.resolve("audit.git");
    try (RunningLedger ledger = RunningLedger.on(database, "node-1");
        Git git = Git.init().setBare(true).setGitDir(repository.toFile()).call();
        LocalTimestampAuthority authority = LocalTimestampAuthority.named("tsa", clock);
        LocalWitness witness = new LocalWitness(ledger.the(TransparencyLog.class).verifierKey())) {
      for (X509Certificate certificate : authority.chain()) {
        Files.writeString(
            data.resolve("tsa.pem"),
            (Files.exists(data.resolve("tsa.pem")) ? Files.readString(data.resolve("tsa.pem")) : "")
                + "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n");
      }
      Files.writeString(
          data.resolve("anchors.txt"),
          "git audit %s main\nrfc3161 tsa %s tsa.pem\nwitness w1 %s %s\nrequired 3\n"
              .formatted(
                  repository.toUri(), authority.start(), witness.verifier().text(), witness.url()));
      try (AnchoringInstance instance =
          new AnchoringInstance(ledger, data, null, clock, Map.of())) {
        for (int round = 1; round <= 3; round++) {
          record(ledger, round, 100);
          instance.roundAfter(Duration.ofHours(1));
          assertThat(instance.the(AnchoredLog.class).covering(0)).contains(100L * round);
        }
      }

      SignedCheckpoint said = ledger.the(TransparencyLog.class).latest().orElseThrow();
      Note both =
          Note.parse(
                  (said.note().written() + new String(receipt(ledger, "witness"), UTF_8))
                      .getBytes(UTF_8))
              .orThrow();
      assertThat(both.verify(List.of(witness.verifier())).orThrow()).hasSize(1);
      assertThat(
              new TimestampVerifier(List.of(authority.authority()))
                  .verify(receipt(ledger, "rfc3161"), said.note().bytes()))
          .isInstanceOf(TimestampVerdict.Valid.class);
      String commit = StrictJson.readObject(receipt(ledger, "git")).orThrow().text("commit");
      assertThat(file(git, commit, "checkpoints/300.note")).isEqualTo(said.note().written());
      assertThat(file(git, commit, "checkpoints/100.note"))
          .startsWith(said.note().text().lines().findFirst().orElseThrow() + "\n100\n");
      assertThat(witness.statuses()).containsExactly(200, 200, 200);
    }
  }

  private static void record(RunningLedger ledger, int round, int count) {
    int unused =
        ledger
            .jdbc()
            .sql(
                """
                insert into ledger_event (event_id, stream, stream_sequence, stream_type,
                  recorded_at, name, payload, metadata)
                select 'e-' || ? || '-' || n, 'thing:' || ?, n, 'Thing',
                  '2026-11-29T10:00:00.000Z', 'thing-happened', '{}', '{}'
                from generate_series(1, ?) n
                """)
            .params(round, round, count)
            .update();
  }

  private static byte[] receipt(RunningLedger ledger, String kind) {
    return ledger
        .jdbc()
        .sql("select receipt from ledger_anchor where kind = ? order by anchor desc limit 1")
        .param(kind)
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  private static String file(Git git, String commit, String path) throws Exception {
    var repository = git.getRepository();
    try (TreeWalk tree =
        TreeWalk.forPath(
            repository, path, repository.parseCommit(ObjectId.fromString(commit)).getTree())) {
      assertThat(tree).as(path).isNotNull();
      return new String(repository.open(tree.getObjectId(0)).getBytes(), UTF_8);
    }
  }
}
