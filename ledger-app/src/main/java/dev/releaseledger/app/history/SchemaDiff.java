package dev.releaseledger.app.history;

import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.history.ObjectVersion;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What leads from the schemas at one point to those at another one. */
public record SchemaDiff(SchemaAt from, SchemaAt to, SortedMap<String, Part> connections) {

  public SchemaDiff {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
  }

  /**
   * What leads from one to the other on one connection.
   *
   * @param continuity what goes on under another name
   * @param changes what becomes of each object
   */
  public record Part(Continuity continuity, List<ObjectVersion> changes) {
    public Part {
      changes = List.copyOf(changes);
    }
  }
}
