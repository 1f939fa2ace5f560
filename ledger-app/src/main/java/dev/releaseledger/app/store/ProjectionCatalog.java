package dev.releaseledger.app.store;

import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Kept;
import dev.releaseledger.projections.ViewTables;
import dev.releaseledger.projections.approvals.ApprovalInboxProjector;
import dev.releaseledger.projections.drift.DriftProjector;
import dev.releaseledger.projections.environments.EnvironmentsProjector;
import dev.releaseledger.projections.policies.PoliciesProjector;
import dev.releaseledger.projections.releases.ReleasesProjector;
import dev.releaseledger.projections.rollouts.RolloutsProjector;
import dev.releaseledger.projections.schemahistory.KeptSchemas;
import dev.releaseledger.projections.schemahistory.SchemaHistoryProjector;
import dev.releaseledger.projections.timeline.TimelineProjector;
import dev.releaseledger.projections.touched.TouchedProjector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The projections that follow the events: what each is called, which tables it has, who writes. */
public final class ProjectionCatalog {

  /**
   * One of them.
   *
   * @param tables its tables, in the order in which they can be emptied
   * @param projector what writes them, given where to
   */
  public record Projection(
      String name, List<String> tables, Function<ViewTables, Object> projector) {
    public Projection {
      tables = List.copyOf(tables);
    }
  }

  /** The ones that keep nothing of what people wrote. */
  private static final Set<String> WITHOUT_TEXTS = Set.of("schemahistory", "timeline", "touched");

  private final SortedMap<String, Projection> byName = new TreeMap<>();

  ProjectionCatalog(JsonText json, Kept kept, KeptSchemas schemas) {
    add("approvals", views -> new ApprovalInboxProjector(views), "view_approval_inbox");
    add("drift", views -> new DriftProjector(views, json), "view_drift");
    add(
        "environments",
        views -> new EnvironmentsProjector(views, json),
        "view_environment",
        "view_project");
    add("policies", views -> new PoliciesProjector(views), "view_policy");
    add("releases", views -> new ReleasesProjector(views, json), "view_release");
    add(
        "rollouts",
        views -> new RolloutsProjector(views, json),
        "view_rollout_statement",
        "view_rollout_approval",
        "view_rollout");
    add(
        "schemahistory",
        views -> new SchemaHistoryProjector(views, json, schemas),
        "view_schema_version",
        "view_schema_release",
        "view_schema_proposal");
    add("timeline", TimelineProjector::new, "view_timeline", "view_timeline_place");
    add("touched", views -> new TouchedProjector(views, json, kept), "view_touched");
  }

  /** All of them, by name. */
  public Map<String, Projection> byName() {
    return byName;
  }

  /** The names of those that have texts that people wrote. */
  public List<String> withTexts() {
    return byName.keySet().stream().filter(name -> !WITHOUT_TEXTS.contains(name)).toList();
  }

  private void add(String name, Function<ViewTables, Object> projector, String... tables) {
    byName.put(name, new Projection(name, List.of(tables), projector));
  }
}
