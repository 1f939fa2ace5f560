package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.session.ArtifactFolder;
import dev.releaseledger.cli.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the folder that the files about a rollout are written to. */
public final class ArtifactOption {

  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Option(
      names = "--artifact-dir",
      paramLabel = "DIR",
      description = "Write the files about the rollout to this folder as well.")
  private @Nullable String folder;

  /**
   * Writes the files about a rollout whose apply did not go through; that they cannot be written is
   * told, and hides nothing else.
   */
  public void writeBeside(Session session, String rollout) {
    try {
      write(session, rollout);
    } catch (LedgerProblem unwritten) {
      session
          .screen()
          .ask("The files about the rollout were not written: " + unwritten.problem().detail());
    }
  }

  /** Writes the files about a rollout, if that was asked for and there is a rollout. */
  public void write(Session session, String rollout) {
    if (folder == null) {
      return;
    }
    if (rollout.isEmpty()) {
      session.screen().note("There is no rollout, so nothing was written to " + folder + ".");
      return;
    }
    List<String> written = written(session, ArtifactFolder.of(session, folder), rollout);
    session
        .screen()
        .note(
            "Wrote %d %s to %s."
                .formatted(written.size(), written.size() == 1 ? "file" : "files", folder));
  }

  /** A refusal tells no position to wait for, so a rollout may be younger than the views are. */
  private static List<String> written(Session session, ArtifactFolder to, String rollout) {
    for (int attempt = 1; ; attempt++) {
      try {
        return to.write(session, rollout);
      } catch (LedgerProblem problem) {
        if (attempt == ATTEMPTS || !problem.problem().slug().equals("unknown-rollout")) {
          throw problem;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
