package dev.releaseledger.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Somebody's git repository, worked on with JGit. */
record Remote(Git git, Path folder) implements AutoCloseable {

  static final Instant COMMITTED = Instant.parse("2026-01-19T09:00:00Z");

  static Remote in(Path folder) throws GitAPIException {
    return new Remote(
        Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call(), folder);
  }

  String path() {
    return folder.toString();
  }

  RevCommit commit(String file, String text) throws GitAPIException, IOException {
    return commit(file, text.getBytes(StandardCharsets.UTF_8));
  }

  RevCommit commit(String file, byte[] bytes) throws GitAPIException, IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    git.add().addFilepattern(".").call();
    PersonIdent who = new PersonIdent("Alice", "alice@example.org", COMMITTED, ZoneOffset.UTC);
    return git.commit()
        .setAuthor(who)
        .setCommitter(who)
        .setMessage("schema: " + file + "\n\nand more")
        .setSign(false)
        .call();
  }

  /** A bare clone of it. */
  Path bareIn(Path place) throws GitAPIException {
    Git.cloneRepository()
        .setBare(true)
        .setCloneAllBranches(true)
        .setURI(folder.toUri().toString())
        .setDirectory(place.toFile())
        .call()
        .close();
    return place;
  }

  @Override
  public void close() {
    git.close();
  }
}
