package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Permissions;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.project.Projects;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.environments.ProjectRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Projects. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectsApi {

  private static final String DEFAULT_FOLDER = "schema";

  private final Projects projects;
  private final Drafting drafting;
  private final Environments environments;
  private final Presenting presenting;
  private final Answers answers;

  ProjectsApi(
      Projects projects,
      Drafting drafting,
      Environments environments,
      Presenting presenting,
      Answers answers) {
    this.projects = projects;
    this.drafting = drafting;
    this.environments = environments;
    this.presenting = presenting;
    this.answers = answers;
  }

  record NewProject(
      @Nullable String name,
      @Nullable String repository,
      @Nullable String schemaDir,
      @Nullable Map<String, String> connections) {}

  record Reason(@Nullable String reason) {}

  record ProjectView(
      String name,
      String repository,
      SortedMap<String, String> connections,
      List<String> environments,
      @Nullable String freezeReason,
      Instant createdAt,
      String createdBy) {}

  @PostMapping
  ResponseEntity<ProjectView> create(@RequestBody NewProject request, Caller caller) {
    String name = Values.required("name", request.name());
    String repository = Values.required("repository", request.repository());
    Map<String, String> named = request.connections();
    String folder = request.schemaDir() == null ? DEFAULT_FOLDER : request.schemaDir();
    Map<String, String> connections =
        named == null || named.isEmpty() ? Map.of("main", folder) : named;
    long position = projects.create(name, repository, connections, caller.actor());
    return answers.at(HttpStatus.CREATED, position, () -> view(drafting.project(name), caller));
  }

  @GetMapping
  Items<ProjectView> list(Caller caller) {
    return new Items<>(
        environments.projects().stream()
            .filter(row -> caller.grants().somewhereIn(row.name(), Permissions.READERS))
            .map(row -> view(row, caller))
            .toList());
  }

  @GetMapping("/{project}")
  ProjectView one(@PathVariable String project, Caller caller) {
    return view(drafting.project(project), caller);
  }

  @PostMapping("/{project}/freeze")
  ResponseEntity<ProjectView> freeze(
      @PathVariable String project, @RequestBody Reason request, Caller caller) {
    String reason = Values.required("reason", request.reason());
    return answers.ok(
        projects.freeze(project, reason, caller.actor()),
        () -> view(drafting.project(project), caller));
  }

  @PostMapping("/{project}/unfreeze")
  ResponseEntity<ProjectView> unfreeze(
      @PathVariable String project, @RequestBody Reason request, Caller caller) {
    String reason = Values.required("reason", request.reason());
    return answers.ok(
        projects.unfreeze(project, reason, caller.actor()),
        () -> view(drafting.project(project), caller));
  }

  private ProjectView view(ProjectRow row, Caller caller) {
    return new ProjectView(
        row.name(),
        row.repository(),
        row.connections(),
        environments.of(row.name()).stream()
            .map(EnvironmentRow::environment)
            .filter(name -> !caller.rolesIn(new EnvironmentId(row.name(), name)).isEmpty())
            .toList(),
        row.freezeReason(),
        row.createdAt(),
        presenting.actor(row.createdBy()));
  }
}
