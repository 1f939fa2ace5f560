package dev.releaseledger.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Create a project from a git repository. */
@Command(name = "create", description = "Create a project from a git repository.")
final class CreateProject extends LedgerCommand {
  @Option(
      names = {"--project", "--name"},
      required = true,
      paramLabel = "NAME",
      description = "The project's name.")
  private String name = "";

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "PATH|URL",
      description = "The git repository, bare or not.")
  private String repository = "";

  @Option(
      names = "--schema-dir",
      paramLabel = "DIR",
      description = "Where the repository keeps the declared *.sql files.")
  private @Nullable String schemaDirectory;

  @Option(
      names = "--connection",
      paramLabel = "NAME=DIR",
      description = "A named connection and its own schema folder; repeatable.")
  private Map<String, String> connections = new LinkedHashMap<>();

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("name", name)
            .with(
                "repository",
                RepositoryPlace.absolute(repository, session.surroundings().workingDirectory()))
            .with("schemaDir", schemaDirectory)
            .with("connections", connections);
    JsonNode project = session.api().post(Resource.of("projects"), body);
    session.screen().show(project, ProjectPage::write);
    return ExitCode.DONE;
  }
}
