package dev.releaseledger.app.planning;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.planning.StandardsReport.Part;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.standards.Standards;
import dev.releaseledger.domain.standards.StandardsCheck;
import dev.releaseledger.projections.environments.ProjectRow;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Holds a declared schema to the standards of its project. Records nothing. */
@Component
public class CheckingStandards {

  private final Drafting drafting;
  private final ProjectStandards standards;
  private final Repositories repositories;
  private final Comparing comparing;
  private final Databases databases;

  CheckingStandards(
      Drafting drafting,
      ProjectStandards standards,
      Repositories repositories,
      Comparing comparing,
      Databases databases) {
    this.drafting = drafting;
    this.standards = standards;
    this.repositories = repositories;
    this.comparing = comparing;
    this.databases = databases;
  }

  /** Looks at what a ref would bring to an environment, or at all that it declares for it. */
  public StandardsReport check(EnvironmentId id, String ref, boolean whole) {
    ProjectRow project = drafting.project(id.project());
    Environment environment = drafting.environment(id);
    Commit commit = repositories.resolve(project.repository(), ref);
    SortedMap<String, Part> parts = new TreeMap<>();
    comparing
        .read(environment)
        .forEach((connection, live) -> {
          Standards asked = standards.of(project, commit, connection);
          DeclaredSchema declared =
              drafting.declared(project, commit, connection, live.majorVersion());
          String url = environment.connections().getOrDefault(connection, "");
          List<Finding> findings =
              whole
                  ? StandardsCheck.whole(declared.schema(), asked)
                  : Course.of(databases, url, live, declared).breaches(asked);
          parts.put(connection, new Part(asked.asked(), findings));
        });
    return new StandardsReport(id, commit, ref, whole, parts);
  }
}
