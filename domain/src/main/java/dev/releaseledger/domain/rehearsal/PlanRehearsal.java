package dev.releaseledger.domain.rehearsal;

import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.schema.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rehearsing a whole plan showed: a report for each connection that has something to do.
 *
 * @param rows what the databases said about their rows at that time, without keys of any
 */
public record PlanRehearsal(
    SortedMap<String, RehearsalReport> connections, SortedMap<String, Preflight> rows) {

  public PlanRehearsal {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
    SortedMap<String, Preflight> keyless = new TreeMap<>(rows);
    keyless.replaceAll((connection, preflight) -> preflight.withoutKeys());
    rows = Collections.unmodifiableSortedMap(keyless);
  }

  /** A rehearsal of which no answers about rows are known. */
  public PlanRehearsal(SortedMap<String, RehearsalReport> connections) {
    this(connections, new TreeMap<>());
  }

  /** The report of a connection, or null when there was nothing to rehearse. */
  public @Nullable RehearsalReport of(String connection) {
    return connections.get(connection);
  }

  /** The fingerprint of a connection's schema after each stage. */
  public List<Fingerprint> afterStage(String connection) {
    RehearsalReport report = of(connection);
    return report == null ? List.of() : report.afterStage();
  }
}
