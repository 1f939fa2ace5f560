package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.StreamSupport;

/** Writes projects. */
public final class ProjectPage {

  private ProjectPage() {}

  /** Writes projects as a table. */
  public static void list(JsonNode projects, Page page) {
    Table table = Table.of("PROJECT", "REPOSITORY", "ENVIRONMENTS", "");
    for (JsonNode project : projects.path("items")) {
      table.row(
          Words.of(project, "name"),
          Words.of(project, "repository"),
          Words.list(project.path("environments")),
          project.hasNonNull("freezeReason") ? page.style().status("frozen") : "");
    }
    table.write(page, "No projects yet; make one with `ledgerctl project create`.");
  }

  /** Writes one project, when nothing is known of its environments. */
  public static void write(JsonNode project, Page page) {
    write(project, MissingNode.getInstance(), page);
  }

  /** Writes one project and what is still to do in its environments. */
  public static void write(JsonNode project, JsonNode environments, Page page) {
    Style style = page.style();
    page.line(style.bold("Project " + Words.of(project, "name")));
    Fields fields = new Fields().with("repository", Words.of(project, "repository"));
    project
        .path("connections")
        .properties()
        .forEach(c -> fields.with("connection " + c.getKey(), c.getValue().asText()));
    fields
        .with("environments", Words.list(project.path("environments")))
        .with("frozen", Words.frozen(project, style))
        .with("still to do", obligations(environments, style))
        .with("created", created(project))
        .write(page.in());
  }

  private static String obligations(JsonNode environments, Style style) {
    return StreamSupport.stream(environments.path("items").spliterator(), false)
        .map(environment ->
            ObligationLines.of(environment, Words.of(environment, "name") + ": ", style))
        .filter(lines -> !lines.isEmpty())
        .collect(joining("\n"));
  }

  private static String created(JsonNode project) {
    String by = Words.of(project, "createdBy");
    return Words.time(project, "createdAt") + (by.isEmpty() ? "" : " by " + by);
  }
}
