package dev.releaseledger.app.git;

import dev.releaseledger.app.port.AnchorEntry.GitBranch;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * A branch elsewhere, and a bare repository here with what has been seen of it.
 *
 * @param folder of the repository here
 * @param branch the branch elsewhere
 * @param credentials for it
 * @param timeout how many seconds the other side may be silent
 */
record AnchorBranch(
    Path folder, GitBranch branch, @Nullable CredentialsProvider credentials, int timeout) {

  private static final String FETCHED = "refs/anchor/fetched";

  /** The last commit that was seen on the branch; what follows has to descend from it. */
  private static final String SEEN = "refs/anchor/seen";

  /** The repository here, which is made on first use. */
  Repository open() throws IOException, GitAPIException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Git.init().setBare(true).setGitDir(folder.toFile()).call().close();
    }
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setMustExist(true).build();
  }

  /**
   * The commit at the tip of the branch elsewhere, with all it needs; none if there is no branch.
   */
  Optional<ObjectId> fetch(Repository repository) throws IOException, GitAPIException {
    Optional<ObjectId> tip = tip();
    if (tip.isEmpty()) {
      return tip;
    }
    try (Git git = new Git(repository)) {
      Object unused =
          git.fetch()
              .setRemote(branch.location())
              .setRefSpecs(new RefSpec("+" + remoteName() + ":" + FETCHED))
              .setTagOpt(TagOpt.NO_TAGS)
              .setTimeout(timeout)
              .setCredentialsProvider(credentials)
              .call();
    }
    return Optional.of(repository.resolve(FETCHED));
  }

  /** The commit at the tip of the branch elsewhere, by its name only. */
  Optional<ObjectId> tip() throws GitAPIException {
    Ref ref =
        Git.lsRemoteRepository()
            .setRemote(branch.location())
            .setHeads(true)
            .setTimeout(timeout)
            .setCredentialsProvider(credentials)
            .callAsMap()
            .get(remoteName());
    return Optional.ofNullable(ref == null ? null : ref.getObjectId());
  }

  /** Whether nothing that was seen on the branch before has been taken away from it. */
  boolean descends(Repository repository, Optional<ObjectId> tip) throws IOException {
    ObjectId seen = repository.resolve(SEEN);
    if (seen == null || tip.isEmpty()) {
      return seen == null;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(walk.parseCommit(seen), walk.parseCommit(tip.get()));
    }
  }

  /** Remembers what is on the branch. */
  void remember(Repository repository, ObjectId tip) throws IOException {
    RefUpdate update = repository.updateRef(SEEN);
    update.setNewObjectId(tip);
    RefUpdate.Result result = update.forceUpdate();
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      default -> throw new IOException("what was seen cannot be written down: " + result);
    }
  }

  /** Puts a commit on the branch where the tip is still what it was; never by force. */
  RemoteRefUpdate push(Repository repository, Optional<ObjectId> tip, ObjectId commit)
      throws IOException, GitAPIException {
    try (Transport transport = Transport.open(repository, new URIish(branch.location()))) {
      transport.setCredentialsProvider(credentials);
      transport.setTimeout(timeout);
      RemoteRefUpdate update =
          new RemoteRefUpdate(
              repository,
              commit.name(),
              remoteName(),
              false,
              null,
              tip.orElseGet(ObjectId::zeroId));
      return transport
          .push(NullProgressMonitor.INSTANCE, List.of(update))
          .getRemoteUpdate(remoteName());
    } catch (URISyntaxException e) {
      throw new IOException("no location of a repository", e);
    }
  }

  private String remoteName() {
    return Constants.R_HEADS + branch.branch();
  }
}
