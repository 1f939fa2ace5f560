package dev.releaseledger.app.history;

import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.releases.ReleaseRow;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a point means, by connection.
 *
 * @param point the point as it was asked for
 * @param environment the environment whose history it is in
 * @param position how far the ledger had come, as far as it matters
 * @param release the release that says so, or null for a database or a commit
 * @param ref the commit, where one is known
 * @param declared what the commit declares, where the point is a commit
 */
public record SchemaAt(
    String point,
    EnvironmentId environment,
    long position,
    @Nullable ReleaseRow release,
    @Nullable String ref,
    SortedMap<String, Schema> schemas,
    SortedMap<String, DeclaredSchema> declared) {

  public SchemaAt {
    schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
  }

  /** The schema of a connection; the empty one where it has none. */
  public Schema of(String connection) {
    return schemas.getOrDefault(connection, Schema.empty());
  }

  /** The fingerprint of the whole; that of the schema where there is one connection. */
  public String fingerprint() {
    List<String> each =
        schemas.values().stream().map(schema -> schema.fingerprint().value()).toList();
    return each.size() == 1 ? each.getFirst() : Fingerprint.of(each).value();
  }
}
