package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Writes environments. */
public final class EnvironmentPage {

  private EnvironmentPage() {}

  /** Writes environments as a table. */
  public static void list(JsonNode environments, Page page) {
    Table table =
        Table.of("ENVIRONMENT", "RELEASE", "REF", "ADVANCED", "DRIFT", "APPROVALS", "ROLLOUT", "");
    for (JsonNode environment : environments.path("items")) {
      JsonNode release = environment.path("currentRelease");
      table.row(
          Words.of(environment, "name"),
          release.isObject() ? Words.of(release, "id") : "none",
          Words.shortRef(release, "ref"),
          Words.time(release, "advancedAt"),
          page.style().status(Words.of(environment, "drift")),
          Words.of(environment, "approvalsRequired"),
          Words.of(environment, "openRollout"),
          marks(environment, page.style()));
    }
    table.write(page, "No environments yet; make one with `ledgerctl env create`.");
  }

  /** Writes one environment, when nothing is known of its project. */
  public static void write(JsonNode environment, Page page) {
    write(environment, MissingNode.getInstance(), page);
  }

  /** Writes one environment of a project. */
  public static void write(JsonNode environment, JsonNode project, Page page) {
    Style style = page.style();
    JsonNode release = environment.path("currentRelease");
    page.line(
        style.bold(
            "Environment "
                + Words.of(environment, "project")
                + "/"
                + Words.of(environment, "name")));
    Fields fields =
        new Fields()
            .with("release", release.isObject() ? Words.of(release, "id") : "none yet")
            .with("ref", Words.of(release, "ref"))
            .with("drift", style.status(Words.of(environment, "drift")))
            .with("approvals", Words.of(environment, "approvalsRequired") + " required")
            .with("open rollout", Words.of(environment, "openRollout"))
            .with("frozen", Words.frozen(environment, style))
            .with("project frozen", Words.frozen(project, style))
            .with("still to do", ObligationLines.of(environment, "", style));
    for (JsonNode connection : environment.path("connections")) {
      fields.with("connection " + Words.of(connection, "name"), Words.of(connection, "url"));
    }
    fields.write(page.in());
  }

  private static String marks(JsonNode environment, Style style) {
    int obligations = environment.path("obligations").size();
    return Words.sentence(
        environment.path("frozen").asBoolean() ? style.status("frozen") : "",
        obligations == 0 ? "" : style.warning(obligations + " still to do"));
  }
}
