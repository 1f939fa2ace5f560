package dev.releaseledger.projections.touched;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Kept;
import dev.releaseledger.projections.ViewTables;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Keeps what each plan touches, as its steps and its impact say. */
@ProcessingGroup("touched")
public final class TouchedProjector {

  private final ViewTables views;
  private final JsonText json;
  private final Kept kept;

  public TouchedProjector(ViewTables views, JsonText json, Kept kept) {
    this.views = views;
    this.json = json;
    this.kept = kept;
  }

  @EventHandler
  void on(PlanProposed event) {
    SortedSet<String> names = new TreeSet<>();
    kept.text(event.planDigest())
        .map(text -> json.read(text, JsonNode.class).path("connections"))
        .ifPresent(plans ->
            plans.forEach(plan ->
                plan.path("stages")
                    .forEach(stage ->
                        stage
                            .path("steps")
                            .forEach(step ->
                                names.addAll(ObjectNames.of(step.path("object").asText()))))));
    if (event.terms() != null && event.terms().impact() != null) {
      // An index does not say in its name which table it is on; the impact does.
      kept.text(event.terms().impact())
          .ifPresent(text ->
              json.read(text, JsonNode.class)
                  .path("tables")
                  .forEach(table -> names.addAll(ObjectNames.ofTable(table.asText()))));
    }
    names.forEach(name ->
        views.update(
            "insert into view_touched (object, rollout) values (?, ?) on conflict do nothing",
            name,
            event.rollout()));
  }
}
