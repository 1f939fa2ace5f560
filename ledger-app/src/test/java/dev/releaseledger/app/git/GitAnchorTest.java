package dev.releaseledger.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.anchoring.GrowingLog;
import dev.releaseledger.app.port.AnchorEntry.GitBranch;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints committed to a real repository on disk. */
class GitAnchorTest {

  private static final String ORIGIN = "ledger.example.org/production";
  private static final String BRANCH = "refs/heads/ledger";

  private final GrowingLog log = new GrowingLog(ORIGIN, "event ");
  private final GrowingLog fork = new GrowingLog(ORIGIN, "other event ");

  @TempDir private Path folder;
  private Git git;
  private Repository remote;

  @BeforeEach
  void aBareRepository() throws Exception {
    git = Git.init().setBare(true).setGitDir(folder.resolve("audit.git").toFile()).call();
    remote = git.getRepository();
  }

  @AfterEach
  void close() {
    git.close();
  }

  private String location() {
    return folder.resolve("audit.git").toUri().toString();
  }

  private GitAnchor anchor() {
    return anchor(location(), "anchors/audit.git");
  }

  private GitAnchor anchor(String location, String local) {
    return new GitAnchor(
        new AnchorBranch(
            folder.resolve(local), new GitBranch("audit", location, "ledger"), null, 30),
        Clock.fixed(Remote.COMMITTED, ZoneOffset.UTC));
  }

  @Test
  void a_checkpoint_is_a_commit_with_two_files() throws Exception {
    OfferedCheckpoint offered = log.offered(77);

    AnchorOutcome outcome = anchor().keep(offered);

    assertThat(files())
        .containsOnlyKeys("checkpoints/77.note", "latest")
        .containsEntry("checkpoints/77.note", offered.note().written())
        .containsEntry("latest", offered.note().written());
    RevCommit commit = commits().getFirst();
    assertThat(commit.getFullMessage())
        .isEqualTo("Checkpoint 77 of ledger.example.org/production\n");
    assertThat(commit.getCommitterIdent().getWhenAsInstant()).isEqualTo(Remote.COMMITTED);
    Json.Obj receipt = receipt(outcome);
    assertThat(receipt.text("commit")).isEqualTo(commit.name());
    assertThat(receipt.text("repository")).isEqualTo(location());
    assertThat(receipt.text("branch")).isEqualTo("ledger");
    assertThat(receipt.text("path")).isEqualTo("checkpoints/77.note");
  }

  @Test
  void each_checkpoint_is_a_commit_on_top_of_the_one_before() throws Exception {
    GitAnchor anchor = anchor();
    anchor.keep(log.offered(5));
    anchor.keep(log.offered(77));
    anchor.keep(log.offered(78));

    assertThat(commits()).hasSize(3);
    assertThat(files())
        .containsOnlyKeys(
            "checkpoints/5.note", "checkpoints/77.note", "checkpoints/78.note", "latest")
        .containsEntry("latest", log.offered(78).note().written());
  }

  @Test
  void the_same_checkpoint_again_is_no_new_commit() throws Exception {
    Json.Obj first = receipt(anchor().keep(log.offered(77)));

    assertThat(receipt(anchor().keep(log.offered(77)))).isEqualTo(first);
    assertThat(commits()).hasSize(1);
  }

  @Test
  void what_others_put_on_the_branch_stays_there() throws Exception {
    anchor().keep(log.offered(5));
    somebodyElseCommits("README", "of audit");

    assertThat(anchor().keep(log.offered(77))).isInstanceOf(Kept.class);

    assertThat(files()).containsKeys("README", "checkpoints/5.note", "checkpoints/77.note");
    assertThat(commits()).hasSize(3);
  }

  @Test
  void a_branch_that_was_rewritten_is_told_and_not_mended() throws Exception {
    anchor().keep(log.offered(5));
    ObjectId first = commits().getFirst();
    anchor().keep(log.offered(77));
    force(first);

    assertThat(anchor().keep(log.offered(80)))
        .isEqualTo(new Contradicted("what was on the branch before is not on it any more"));
    assertThat(commits()).hasSize(1);
  }

  @Test
  void a_branch_that_was_removed_is_told_and_not_made_again() throws Exception {
    anchor().keep(log.offered(5));
    RefUpdate update = remote.updateRef(BRANCH);
    update.setForceUpdate(true);
    assertThat(update.delete()).isEqualTo(RefUpdate.Result.FORCED);

    assertThat(anchor().keep(log.offered(77))).isInstanceOf(Contradicted.class);
    assertThat(remote.resolve(BRANCH)).isNull();
  }

  @Test
  void another_history_contradicts_what_is_on_the_branch() throws Exception {
    anchor().keep(log.offered(77));

    assertThat(anchor().keep(fork.offered(77)))
        .isEqualTo(new Contradicted("the branch has another checkpoint of size 77"));
    assertThat(anchor().keep(fork.offered(90)))
        .isEqualTo(
            new Contradicted(
                "the log does not go on from the checkpoint of size 77 of"
                    + " ledger.example.org/production that is on the branch"));
    assertThat(commits()).hasSize(1);
  }

  @Test
  void a_log_that_has_become_shorter_contradicts_what_is_on_the_branch() throws Exception {
    anchor().keep(log.offered(77));

    assertThat(anchor().keep(log.offered(60))).isInstanceOf(Contradicted.class);
    assertThat(anchor().keep(new GrowingLog("other", "event ").offered(90)))
        .isInstanceOf(Contradicted.class);
    assertThat(commits()).hasSize(1);
  }

  @Test
  void a_service_that_has_lost_its_folder_goes_on_from_the_branch() throws Exception {
    anchor().keep(log.offered(5));

    assertThat(anchor(location(), "elsewhere/audit.git").keep(log.offered(77)))
        .isInstanceOf(Kept.class);
    assertThat(commits()).hasSize(2);
  }

  @Test
  void a_repository_that_takes_no_commits_fails_and_is_asked_again_later() throws Exception {
    // Where objects are kept there is no room: the folder is a file.
    anchor().keep(log.offered(5));
    Path objects = folder.resolve("audit.git/objects");
    Path aside = folder.resolve("objects");
    Files.move(objects, aside);
    Files.writeString(objects, "in the way");

    assertThat(anchor().keep(log.offered(77))).isInstanceOf(Failed.class);

    Files.delete(objects);
    Files.move(aside, objects);
    assertThat(anchor().keep(log.offered(77))).isInstanceOf(Kept.class);
    assertThat(commits()).hasSize(2);
  }

  @Test
  void a_repository_that_refuses_is_told() throws Exception {
    // A lock that somebody has left, as a hook or a permission would refuse it.
    Path lock = folder.resolve("audit.git").resolve(BRANCH + ".lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "");

    assertThat(anchor().keep(log.offered(5)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.reason()).startsWith("the repository did not take the commit"));

    Files.delete(lock);
    assertThat(anchor().keep(log.offered(5))).isInstanceOf(Kept.class);
  }

  @Test
  void a_path_is_as_good_as_a_url() throws Exception {
    GitAnchor anchor = anchor(folder.resolve("audit.git").toString(), "anchors/audit.git");
    anchor.keep(log.offered(5));

    assertThat(anchor.keep(log.offered(77))).isInstanceOf(Kept.class);
    assertThat(commits()).hasSize(2);
  }

  @Test
  void a_repository_that_is_not_there_fails() {
    assertThat(anchor(folder.resolve("nowhere").toUri().toString(), "n.git").keep(log.offered(5)))
        .isInstanceOf(Failed.class);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (RevWalk walk = new RevWalk(remote);
        TreeWalk tree = new TreeWalk(remote)) {
      tree.addTree(walk.parseCommit(remote.resolve(BRANCH)).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        files.put(
            tree.getPathString(),
            new String(remote.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** The commits of the branch, the first first. */
  private List<RevCommit> commits() throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(remote)) {
      walk.markStart(walk.parseCommit(remote.resolve(BRANCH)));
      walk.forEach(commits::addFirst);
    }
    return commits;
  }

  private void somebodyElseCommits(String file, String text) throws IOException {
    AnchorTree tree = new AnchorTree(remote, Optional.of(remote.resolve(BRANCH)));
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    force(tree.commit(Map.of(file, content), "by audit", Remote.COMMITTED));
  }

  private void force(ObjectId commit) throws IOException {
    RefUpdate update = remote.updateRef(BRANCH);
    update.setNewObjectId(commit);
    assertThat(update.forceUpdate()).isIn(RefUpdate.Result.FORCED, RefUpdate.Result.FAST_FORWARD);
  }

  private static Json.Obj receipt(AnchorOutcome outcome) {
    assertThat(outcome).isInstanceOf(Kept.class);
    return StrictJson.readObject(((Kept) outcome).receipt()).orThrow();
  }
}
