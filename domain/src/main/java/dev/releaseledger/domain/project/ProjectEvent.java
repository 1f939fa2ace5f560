package dev.releaseledger.domain.project;

import dev.releaseledger.domain.privacy.FreeText;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happens to a project. */
public sealed interface ProjectEvent {

  String project();

  /** Who did it, as an actor id. */
  String actor();

  Instant at();

  /** From here on nothing is applied to any environment of the project. */
  record ProjectFrozen(String project, @FreeText String reason, String actor, Instant at)
      implements ProjectEvent {}

  /** Applying is possible again. */
  record ProjectUnfrozen(String project, @FreeText String reason, String actor, Instant at)
      implements ProjectEvent {}

  /**
   * A git repository of declared schemas came under the ledger.
   *
   * @param repository where git finds it, without credentials
   * @param connections the schema directory of each connection, by the connection's name
   */
  record ProjectCreated(
      String project,
      String repository,
      SortedMap<String, String> connections,
      String actor,
      Instant at)
      implements ProjectEvent {
    public ProjectCreated {
      connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
    }
  }
}
