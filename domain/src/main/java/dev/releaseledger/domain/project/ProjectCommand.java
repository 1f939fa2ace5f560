package dev.releaseledger.domain.project;

import java.time.Instant;
import java.util.SortedMap;

/** What can be asked of a project. */
public sealed interface ProjectCommand {

  String project();

  /** Bring a repository under the ledger. */
  record CreateProject(
      String project,
      String repository,
      SortedMap<String, String> connections,
      String actor,
      Instant at)
      implements ProjectCommand {}
}
