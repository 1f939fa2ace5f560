package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.session.ArtifactFolder;
import dev.releaseledger.cli.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the folder that the files about a rollout are written to. */
public final class ArtifactOption {

  @Option(
      names = "--artifact-dir",
      paramLabel = "DIR",
      description = "Write the files about the rollout to this folder as well.")
  private @Nullable String folder;

  /** Writes the files about a rollout, if that was asked for and there is a rollout. */
  public void write(Session session, String rollout) {
    if (folder == null) {
      return;
    }
    if (rollout.isEmpty()) {
      session.screen().note("There is no rollout, so nothing was written to " + folder + ".");
      return;
    }
    List<String> written = ArtifactFolder.of(session, folder).write(session, rollout);
    session
        .screen()
        .note(
            "Wrote %d %s to %s."
                .formatted(written.size(), written.size() == 1 ? "file" : "files", folder));
  }
}
