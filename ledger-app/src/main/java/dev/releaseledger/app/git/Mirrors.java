package dev.releaseledger.app.git;

import dev.releaseledger.app.refusal.GitRefusal.UnreachableRepository;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens local repositories where they are, and keeps a bare mirror of every remote one. */
@Component
final class Mirrors {

  private static final int TIMEOUT_SECONDS = 30;

  private final Path folder;
  private final @Nullable CredentialsProvider credentials;

  Mirrors(LedgerSettings settings) {
    this.folder = settings.data().resolve("git");
    LedgerSettings.Git git = settings.git();
    this.credentials =
        git.username().isEmpty()
            ? null
            : new UsernamePasswordCredentialsProvider(git.username(), git.password());
  }

  /** Opens a repository as it is at its source right now. */
  Repository open(String location) {
    return isRemote(location) ? refreshed(location) : local(location);
  }

  /** Opens a repository as it was when it was last opened. */
  Repository openAsIs(String location) {
    return isRemote(location) ? local(mirrorOf(location).toString()) : local(location);
  }

  private static boolean isRemote(String location) {
    return location.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*") || location.matches("[^/]+@[^/]+:.*");
  }

  private Path mirrorOf(String location) {
    UUID name = UUID.nameUUIDFromBytes(location.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name + ".git");
  }

  private static Repository local(String location) {
    Path path = Path.of(location);
    if (!Files.isDirectory(path)) {
      throw new Refused(new UnreachableRepository(location, "there is no such folder"));
    }
    Path git = path.resolve(".git");
    Path directory =
        RepositoryCache.FileKey.isGitRepository(path.toFile(), FS.DETECTED) ? path : git;
    if (!RepositoryCache.FileKey.isGitRepository(directory.toFile(), FS.DETECTED)
        && !Files.isRegularFile(git)) {
      throw new Refused(new UnreachableRepository(location, "it is no git repository"));
    }
    try {
      return directory == git
          ? new FileRepositoryBuilder().findGitDir(path.toFile()).setMustExist(true).build()
          : new FileRepositoryBuilder().setGitDir(directory.toFile()).setMustExist(true).build();
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(location, String.valueOf(e.getMessage())));
    }
  }

  /** The mirror's HEAD is the default branch of the repository it mirrors. */
  private static void followHead(Repository mirror, FetchResult fetched) throws IOException {
    Ref head = fetched.getAdvertisedRef(Constants.HEAD);
    if (head != null && head.isSymbolic()) {
      mirror.updateRef(Constants.HEAD).link(head.getTarget().getName());
    }
  }

  private synchronized Repository refreshed(String location) {
    Path mirror = mirrorOf(location);
    try {
      if (!Files.isDirectory(mirror)) {
        Files.createDirectories(folder);
        Git.init().setBare(true).setGitDir(mirror.toFile()).call().close();
      }
      try (Repository repository = local(mirror.toString());
          Git git = new Git(repository)) {
        FetchResult fetched =
            git.fetch()
                .setRemote(location)
                .setRefSpecs(
                    new RefSpec("+refs/heads/*:refs/heads/*"),
                    new RefSpec("+refs/tags/*:refs/tags/*"))
                .setRemoveDeletedRefs(true)
                .setTimeout(TIMEOUT_SECONDS)
                .setCredentialsProvider(credentials)
                .call();
        followHead(repository, fetched);
      }
      return local(mirror.toString());
    } catch (IOException | GitAPIException e) {
      throw new Refused(new UnreachableRepository(location, String.valueOf(e.getMessage())));
    }
  }
}
