package dev.releaseledger.app.port;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The git repositories in which schemas are declared; every failure is a {@code Refused}. */
public interface Repositories {

  /** Resolves a branch, a tag, or a full or abbreviated commit id to one commit. */
  Commit resolve(String repository, String ref);

  /**
   * The {@code *.sql} files below a folder at a commit, in path order; never empty, and without the
   * seeds.
   */
  List<SqlFile> declaration(String repository, Commit commit, String folder);

  /**
   * The {@code *.seed.sql} files below a folder at a commit, in path order; none where the commit
   * is not there any more.
   */
  List<SqlFile> seed(String repository, String commit, String folder);

  /**
   * What a commit adds to an earlier one.
   *
   * @param from the earlier commit, or null for all that came before
   */
  History history(String repository, @Nullable String from, Commit to);

  /** One file of a folder at a commit, if it is there. */
  Optional<SqlFile> file(String repository, Commit commit, String folder, String name);

  /** Makes sure that the repository can be read right now. */
  void requireReachable(String repository);
}
