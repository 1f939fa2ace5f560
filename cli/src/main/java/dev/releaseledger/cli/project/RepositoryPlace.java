package dev.releaseledger.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says where a repository is in a way that holds for the service too, wherever it runs from. */
final class RepositoryPlace {

  private RepositoryPlace() {}

  static String absolute(String repository, Path workingDirectory) {
    if (repository.contains("://")) {
      return repository;
    }
    Path path = workingDirectory.resolve(repository).normalize();
    // `host:path` is git's short form of an ssh URL, unless a local folder is really called so.
    boolean remote = repository.matches("[^/]+:.*") && !Files.exists(path);
    return remote ? repository : path.toString();
  }
}
