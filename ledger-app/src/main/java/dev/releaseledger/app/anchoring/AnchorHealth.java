package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.anchoring.AnchorTables.LastKept;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how it goes with each place. A place that fails does not make the service unwell: it goes
 * on recording and sealing.
 */
@Component("anchorsHealthIndicator")
class AnchorHealth implements HealthIndicator {

  private final Anchors anchors;
  private final AnchorTables tables;
  private final AnchoredLog anchored;

  AnchorHealth(Anchors anchors, AnchorTables tables, AnchoredLog anchored) {
    this.anchors = anchors;
    this.tables = tables;
    this.anchored = anchored;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    if (!anchors.areThere()) {
      return health.build();
    }
    health.withDetail("required", anchors.required());
    anchored
        .largest(0)
        .ifPresent(last -> {
          health.withDetail("anchoredSize", last.size());
          health.withDetail("anchoredAt", last.at().toString());
        });
    Map<String, PlaceState> states = tables.states();
    Map<String, LastKept> kept = tables.lastKept();
    Map<String, Map<String, Object>> places = new LinkedHashMap<>();
    anchors
        .all()
        .keySet()
        .forEach(entry ->
            places.put(
                entry.name(),
                detail(
                    Anchors.kindOf(entry),
                    states.getOrDefault(entry.name(), PlaceState.fresh(entry.name())),
                    kept.get(entry.name()))));
    return health.withDetail("places", places).build();
  }

  private static Map<String, Object> detail(
      String kind, PlaceState state, @Nullable LastKept last) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("kind", kind);
    detail.put("state", word(state, last));
    if (last != null) {
      detail.put("size", last.size());
      detail.put("at", last.at().toString());
    }
    if (state.failingSince() != null && state.reason() != null) {
      detail.put("failingSince", state.failingSince().toString());
      detail.put("failures", state.failures());
      detail.put("reason", state.reason());
    }
    return detail;
  }

  private static String word(PlaceState state, @Nullable LastKept last) {
    if (state.contradicted()) {
      return "contradicts";
    }
    if (state.isFailing()) {
      return "fails";
    }
    return last == null ? "asked nothing yet" : "keeps";
  }
}
