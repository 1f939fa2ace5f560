package dev.releaseledger.app.git;

import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.History;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.GitRefusal.EmptyDeclaration;
import dev.releaseledger.app.refusal.GitRefusal.UnreachableRepository;
import dev.releaseledger.app.refusal.GitRefusal.UnreadableFile;
import dev.releaseledger.domain.policy.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Declared schemas read with JGit, from the repository itself or a mirror of it. */
@Component
final class JGitRepositories implements Repositories {

  private static final String SEED = ".seed.sql";

  private final Mirrors mirrors;

  JGitRepositories(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  @Override
  public void requireReachable(String repository) {
    mirrors.open(repository).close();
  }

  @Override
  public Commit resolve(String repository, String ref) {
    try (Repository git = mirrors.open(repository);
        RevWalk walk = new RevWalk(git)) {
      ObjectId id = RefResolution.resolve(git, walk, repository, ref);
      RevCommit commit = walk.parseCommit(id);
      return new Commit(
          commit.name(), commit.getCommitterIdent().getWhenAsInstant(), commit.getShortMessage());
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(repository, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public History history(String repository, @Nullable String from, Commit to) {
    try (Repository git = mirrors.openAsIs(repository);
        RevWalk walk = new RevWalk(git)) {
      RevCommit later = walk.parseCommit(ObjectId.fromString(to.sha()));
      RevCommit earlier =
          from != null && git.getObjectDatabase().has(ObjectId.fromString(from))
              ? walk.parseCommit(ObjectId.fromString(from))
              : null;
      boolean descends = from == null || (earlier != null && walk.isMergedInto(earlier, later));
      walk.reset();
      walk.markStart(later);
      if (earlier != null) {
        walk.markUninteresting(earlier);
      }
      SortedSet<String> addresses = new TreeSet<>();
      for (RevCommit commit : walk) {
        addresses.addAll(Authors.of(commit));
      }
      return new History(descends, addresses);
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(repository, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public List<SqlFile> declaration(String repository, Commit commit, String folder) {
    List<SqlFile> files =
        files(repository, commit.sha(), folder).stream().filter(file -> !isSeed(file)).toList();
    if (files.isEmpty()) {
      throw new Refused(new EmptyDeclaration(folder, commit.sha()));
    }
    return files;
  }

  @Override
  public List<SqlFile> seed(String repository, String commit, String folder) {
    try (Repository git = mirrors.openAsIs(repository)) {
      if (!git.getObjectDatabase().has(ObjectId.fromString(commit))) {
        return List.of();
      }
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(repository, String.valueOf(e.getMessage())));
    }
    return files(repository, commit, folder).stream().filter(JGitRepositories::isSeed).toList();
  }

  @Override
  public Optional<SqlFile> file(String repository, Commit commit, String folder, String name) {
    String path = normalised(folder).isEmpty() ? name : normalised(folder) + "/" + name;
    try (Repository git = mirrors.openAsIs(repository);
        RevWalk walk = new RevWalk(git);
        TreeWalk tree =
            TreeWalk.forPath(
                git, path, walk.parseCommit(ObjectId.fromString(commit.sha())).getTree())) {
      return tree == null || !isFile(tree.getFileMode(0))
          ? Optional.empty()
          : Optional.of(new SqlFile(path, text(path, git.open(tree.getObjectId(0)).getBytes())));
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(repository, String.valueOf(e.getMessage())));
    }
  }

  private static boolean isSeed(SqlFile file) {
    return file.path().endsWith(SEED);
  }

  private List<SqlFile> files(String repository, String commit, String folder) {
    List<SqlFile> files = new ArrayList<>();
    try (Repository git = mirrors.openAsIs(repository);
        RevWalk walk = new RevWalk(git);
        TreeWalk tree = new TreeWalk(git)) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(commit)).getTree());
      tree.setRecursive(true);
      String path = normalised(folder);
      if (!path.isEmpty()) {
        tree.setFilter(PathFilter.create(path));
      }
      while (tree.next()) {
        if (tree.getPathString().endsWith(".sql") && isFile(tree.getFileMode(0))) {
          byte[] bytes = git.open(tree.getObjectId(0)).getBytes();
          files.add(new SqlFile(tree.getPathString(), text(tree.getPathString(), bytes)));
        }
      }
    } catch (IOException e) {
      throw new Refused(new UnreachableRepository(repository, String.valueOf(e.getMessage())));
    }
    files.sort(Comparator.comparing(SqlFile::path));
    return files;
  }

  private static boolean isFile(FileMode mode) {
    return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
  }

  private static String normalised(String folder) {
    String path = folder.replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
    return path.equals(".") ? "" : path;
  }

  private static String text(String path, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(new UnreadableFile(path, "it is not UTF-8"));
    }
  }
}
