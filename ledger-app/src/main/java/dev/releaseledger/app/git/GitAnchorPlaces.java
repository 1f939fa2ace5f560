package dev.releaseledger.app.git;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorEntry.GitBranch;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.AnchorPlaces;
import dev.releaseledger.app.settings.LedgerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes anchors of branches of git repositories. */
@Component
final class GitAnchorPlaces implements AnchorPlaces {

  private final Path folder;
  private final LedgerSettings.Anchors settings;
  private final Clock clock;

  GitAnchorPlaces(LedgerSettings settings, Clock clock) {
    this.folder = settings.data().resolve("anchors");
    this.settings = settings.anchors();
    this.clock = clock;
  }

  @Override
  public Optional<AnchorPlace> of(AnchorEntry entry) {
    return entry instanceof GitBranch branch
        ? Optional.of(
            new GitAnchor(
                new AnchorBranch(
                    folder.resolve(branch.name() + ".git"),
                    branch,
                    credentials(),
                    (int) Math.max(1, settings.timeout().toSeconds())),
                clock))
        : Optional.empty();
  }

  private @Nullable CredentialsProvider credentials() {
    return settings.gitUsername().isEmpty()
        ? null
        : new UsernamePasswordCredentialsProvider(settings.gitUsername(), settings.gitPassword());
  }
}
