package dev.releaseledger.app.planning;

import dev.releaseledger.app.document.Yaml;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.GitRefusal.InvalidStandards;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.standards.Standards;
import dev.releaseledger.domain.standards.StandardsDocument;
import dev.releaseledger.projections.environments.ProjectRow;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the standards of projects, which stand beside what they are about. */
@Component
class ProjectStandards {

  private static final String FILE = "standards.yaml";

  private final Repositories repositories;

  ProjectStandards(Repositories repositories) {
    this.repositories = repositories;
  }

  /** The standards that a commit has for a connection; none, where it has no file with them. */
  Standards of(ProjectRow project, Commit commit, String connection) {
    String folder = project.connections().getOrDefault(connection, "");
    return repositories
        .file(project.repository(), commit, folder, FILE)
        .map(ProjectStandards::read)
        .orElse(Standards.NONE);
  }

  private static Standards read(SqlFile file) {
    StandardsDocument document =
        switch (Yaml.read(file.text())) {
          case Yaml.Read(var value) -> StandardsDocument.of(value);
          case Yaml.Mistaken(String mistake) -> new StandardsDocument.Mistaken(List.of(mistake));
        };
    return switch (document) {
      case StandardsDocument.Read(Standards standards) -> standards;
      case StandardsDocument.Mistaken(var mistakes) ->
          throw new Refused(new InvalidStandards(file.path(), mistakes));
    };
  }
}
