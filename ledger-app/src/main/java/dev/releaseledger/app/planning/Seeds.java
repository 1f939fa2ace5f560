package dev.releaseledger.app.planning;

import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.Seed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.environments.ProjectRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the rows that a project wants its plans to be rehearsed on. */
@Component
class Seeds {

  private final Repositories repositories;

  Seeds(Repositories repositories) {
    this.repositories = repositories;
  }

  /**
   * The seed of the ref, which is the latest word on it; and the one that was committed with what
   * the environment is at, which fits that.
   */
  List<Seed> of(Draft draft, ProjectRow project, String connection) {
    if (draft.live().getOrDefault(connection, Schema.empty()).isEmpty()) {
      return List.of();
    }
    String folder = project.connections().getOrDefault(connection, "");
    ReleaseAdvanced current = draft.environment().current();
    return Stream.of(draft.commit().sha(), current == null ? null : current.ref())
        .filter(Objects::nonNull)
        .distinct()
        .map(sha -> new Seed(sha, repositories.seed(project.repository(), sha, folder)))
        .filter(seed -> !seed.files().isEmpty())
        .toList();
  }
}
