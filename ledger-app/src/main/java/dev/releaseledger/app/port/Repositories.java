package dev.releaseledger.app.port;

import java.util.List;

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

  /** Makes sure that the repository can be read right now. */
  void requireReachable(String repository);
}
