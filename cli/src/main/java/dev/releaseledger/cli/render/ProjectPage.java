package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes projects. */
public final class ProjectPage {

  private ProjectPage() {}

  /** Writes projects as a table. */
  public static void list(JsonNode projects, Page page) {
    Table table = Table.of("PROJECT", "REPOSITORY", "ENVIRONMENTS");
    for (JsonNode project : projects.path("items")) {
      table.row(
          Words.of(project, "name"),
          Words.of(project, "repository"),
          Words.list(project.path("environments")));
    }
    table.write(page, "No projects yet; make one with `ledgerctl project create`.");
  }

  /** Writes one project. */
  public static void write(JsonNode project, Page page) {
    page.line(page.style().bold("Project " + Words.of(project, "name")));
    Fields fields = new Fields().with("repository", Words.of(project, "repository"));
    project
        .path("connections")
        .properties()
        .forEach(c -> fields.with("connection " + c.getKey(), c.getValue().asText()));
    fields
        .with("environments", Words.list(project.path("environments")))
        .with("created", created(project))
        .write(page.in());
  }

  private static String created(JsonNode project) {
    String by = Words.of(project, "createdBy");
    return Words.time(project, "createdAt") + (by.isEmpty() ? "" : " by " + by);
  }
}
