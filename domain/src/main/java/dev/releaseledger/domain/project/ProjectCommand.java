package dev.releaseledger.domain.project;

import java.time.Instant;
import java.util.SortedMap;

/** What can be asked of a project. */
public sealed interface ProjectCommand {

  String project();

  /** Let nothing be applied to any environment of the project from now on. */
  record FreezeProject(String project, String reason, String actor, Instant at)
      implements ProjectCommand {}

  /** Let things be applied again. */
  record UnfreezeProject(String project, String reason, String actor, Instant at)
      implements ProjectCommand {}

  /** Bring a repository under the ledger. */
  record CreateProject(
      String project,
      String repository,
      SortedMap<String, String> connections,
      String actor,
      Instant at)
      implements ProjectCommand {}
}
