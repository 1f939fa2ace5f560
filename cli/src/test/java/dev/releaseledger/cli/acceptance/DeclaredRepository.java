package dev.releaseledger.cli.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A git repository that declares a schema. */
record DeclaredRepository(Path folder) {

  private static final PersonIdent AUTHOR = new PersonIdent("Ada", "ada@shop.example");

  static DeclaredRepository in(Path folder) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      return new DeclaredRepository(git.getRepository().getWorkTree().toPath());
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Commits one file as the whole schema; answers with the commit's id. */
  String declare(String sql) {
    return commit(Map.of("schema/schema.sql", sql));
  }

  /** Commits files (an empty text deletes one), besides those that are there. */
  String commit(Map<String, String> files) {
    try (Git git = Git.open(folder.toFile())) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        if (file.getValue().isEmpty()) {
          Object _ = git.rm().addFilepattern(file.getKey()).call();
        } else {
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue());
        }
      }
      Object _ = git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage("Declare " + files.keySet())
          .setAuthor(AUTHOR)
          .setCommitter(AUTHOR)
          .setAllowEmpty(true)
          .setSign(false)
          .setNoVerify(true)
          .call()
          .name();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on from an earlier commit, on a branch of its own. */
  void branchOff(String name, String commit) {
    try (Git git = Git.open(folder.toFile())) {
      Object _ = git.checkout().setCreateBranch(true).setName(name).setStartPoint(commit).call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tag(String name) {
    try (Git git = Git.open(folder.toFile())) {
      Object _ = git.tag().setName(name).setAnnotated(false).setSigned(false).call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void branch(String name) {
    try (Git git = Git.open(folder.toFile())) {
      Object _ = git.branchCreate().setName(name).call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
