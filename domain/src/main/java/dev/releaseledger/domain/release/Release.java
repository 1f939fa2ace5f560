package dev.releaseledger.domain.release;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of what was declared: a ref and the schema of every connection.
 *
 * @param ref the full commit id, or null for a baseline taken from a database alone
 * @param schemas the fingerprint of each connection's schema
 * @param snapshots the artifact in which each connection's schema is kept
 */
public record Release(
    ReleaseId id,
    String project,
    @Nullable String ref,
    SortedMap<String, String> schemas,
    SortedMap<String, String> snapshots) {

  public Release {
    schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    snapshots = Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
  }

  /** The release of a commit: the same project, commit and content always give the same release. */
  public static Release ofCommit(
      String project,
      String ref,
      Instant committedAt,
      SortedMap<String, String> schemas,
      SortedMap<String, String> snapshots) {
    ReleaseId id = ReleaseId.derive(project, ref, committedAt, schemas);
    return new Release(id, project, ref, schemas, snapshots);
  }

  /** The release that a database without a declaration starts from. */
  public static Release ofDatabase(
      String project,
      String environment,
      Instant readAt,
      SortedMap<String, String> schemas,
      SortedMap<String, String> snapshots) {
    ReleaseId id = ReleaseId.derive(project, "baseline of " + environment, readAt, schemas);
    return new Release(id, project, null, schemas, snapshots);
  }
}
