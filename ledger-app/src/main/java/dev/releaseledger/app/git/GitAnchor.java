package dev.releaseledger.app.git;

import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/**
 * Commits checkpoints to a branch that others own. Nothing is ever taken from it: where the branch
 * has lost what was seen on it, or has a checkpoint that the log does not go on from, that is told
 * instead.
 */
record GitAnchor(AnchorBranch branch, Clock clock) implements AnchorPlace {

  /** The last checkpoint is here once more, under a name that does not change. */
  static final String LATEST = "latest";

  /** Somebody else may have put something on the branch in between. */
  private static final int ATTEMPTS = 3;

  @Override
  public AnchorOutcome keep(OfferedCheckpoint offered) {
    try (Repository repository = branch.open()) {
      AnchorOutcome outcome = new Failed("the branch is written by others all the time");
      for (int i = 0; i < ATTEMPTS; i++) {
        Optional<AnchorOutcome> made = attempt(repository, offered);
        if (made.isPresent()) {
          return made.get();
        }
      }
      return outcome;
    } catch (IOException | GitAPIException | JGitInternalException e) {
      return new Failed(reason(e));
    }
  }

  /** Tries once; nothing comes of it where somebody else was faster. */
  private Optional<AnchorOutcome> attempt(Repository repository, OfferedCheckpoint offered)
      throws IOException, GitAPIException {
    Optional<ObjectId> tip = branch.fetch(repository);
    if (!branch.descends(repository, tip)) {
      return Optional.of(new Contradicted("what was on the branch before is not on it any more"));
    }
    AnchorTree tree = new AnchorTree(repository, tip);
    Optional<String> contradiction = contradiction(tree, offered);
    if (contradiction.isPresent()) {
      return Optional.of(new Contradicted(contradiction.get()));
    }
    if (tip.isPresent() && isThere(tree, offered)) {
      branch.remember(repository, tip.get());
      return Optional.of(receipt(offered, tip.get()));
    }
    byte[] note = offered.note().bytes();
    ObjectId commit =
        tree.commit(
            Map.of(path(offered), note, LATEST, note),
            "Checkpoint %d of %s\n"
                .formatted(offered.checkpoint().size(), offered.checkpoint().origin()),
            clock.instant());
    return pushed(repository, offered, tip, commit);
  }

  private Optional<AnchorOutcome> pushed(
      Repository repository, OfferedCheckpoint offered, Optional<ObjectId> tip, ObjectId commit)
      throws IOException, GitAPIException {
    RemoteRefUpdate update = branch.push(repository, tip, commit);
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> {
        if (!branch.tip().equals(Optional.of(commit))) {
          yield Optional.empty();
        }
        branch.remember(repository, commit);
        yield Optional.of(receipt(offered, commit));
      }
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> Optional.empty();
      case NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT, REJECTED_NODELETE, REJECTED_OTHER_REASON ->
          Optional.of(
              new Failed(
                  "the repository did not take the commit"
                      + (update.getMessage() == null ? "" : ": " + update.getMessage())));
    };
  }

  /** What the branch has that the log does not go on from. */
  private static Optional<String> contradiction(AnchorTree tree, OfferedCheckpoint offered)
      throws IOException {
    Optional<byte[]> same = tree.file(path(offered));
    if (same.isPresent() && !Arrays.equals(same.get(), offered.note().bytes())) {
      return Optional.of(
          "the branch has another checkpoint of size " + offered.checkpoint().size());
    }
    Optional<byte[]> latest = tree.file(LATEST);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    Read<Checkpoint> kept =
        Note.parse(latest.get()).then(note -> Checkpoint.parse(note.text()).orThrow());
    return switch (kept) {
      case Read.Bad<Checkpoint>(String reason) ->
          Optional.of("the latest file of the branch is no checkpoint: " + reason);
      case Read.Good<Checkpoint>(Checkpoint earlier) ->
          offered.goesOnFrom(earlier)
              ? Optional.empty()
              : Optional.of(
                  "the log does not go on from the checkpoint of size %d of %s that is on the branch"
                      .formatted(earlier.size(), earlier.origin()));
    };
  }

  private static boolean isThere(AnchorTree tree, OfferedCheckpoint offered) throws IOException {
    byte[] note = offered.note().bytes();
    return tree.file(path(offered)).map(there -> Arrays.equals(there, note)).orElse(false)
        && tree.file(LATEST).map(there -> Arrays.equals(there, note)).orElse(false);
  }

  private static String path(OfferedCheckpoint offered) {
    return "checkpoints/" + offered.checkpoint().size() + ".note";
  }

  private AnchorOutcome receipt(OfferedCheckpoint offered, ObjectId commit) {
    return new Kept(
        Canonical.bytes(
            new Members()
                .text("repository", branch.branch().location())
                .text("branch", branch.branch().branch())
                .text("commit", commit.name())
                .text("path", path(offered))
                .built()));
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
