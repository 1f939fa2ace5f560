package dev.releaseledger.app.port;

import java.util.List;

/**
 * Rows to rehearse on, as scripts that make them.
 *
 * @param commit where the scripts are from
 */
public record Seed(String commit, List<SqlFile> files) {

  public Seed {
    files = List.copyOf(files);
  }

  /** The seed in words, such as {@code db/10.seed.sql and 1 more at 4f2a9c1b7d}. */
  public String label() {
    String more = files.size() == 1 ? "" : " and %d more".formatted(files.size() - 1);
    return files.getFirst().path()
        + more
        + " at "
        + commit.substring(0, Math.min(10, commit.length()));
  }
}
