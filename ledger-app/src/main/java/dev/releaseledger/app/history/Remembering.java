package dev.releaseledger.app.history;

import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.refusal.HistoryRefusal.NoSuchHistory;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.schemahistory.Cursor;
import dev.releaseledger.projections.schemahistory.SchemaVersion;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells what became of objects. */
@Component
public class Remembering {

  private static final Comparator<SchemaVersion> NEWEST_FIRST =
      Comparator.comparing(SchemaVersion::position, Comparator.reverseOrder())
          .thenComparing(SchemaVersion::number);

  private final Drafting drafting;
  private final RecentSchemas schemas;
  private final Releases releases;
  private final SchemaVersions versions;

  Remembering(
      Drafting drafting, RecentSchemas schemas, Releases releases, SchemaVersions versions) {
    this.drafting = drafting;
    this.schemas = schemas;
    this.releases = releases;
    this.versions = versions;
  }

  /** The latest versions of all objects. */
  public List<SchemaVersion> latest(EnvironmentId id, Cursor cursor, int limit) {
    drafting.environment(id);
    return versions.latest(id.project(), id.environment(), cursor, limit);
  }

  /** The versions of one object, on all connections, newest first. */
  public List<SchemaVersion> of(EnvironmentId id, ObjectName name, Cursor cursor, int limit) {
    return of(id, connection -> meant(id, connection, name), cursor, limit)
        .or(() -> of(id, connection -> wereCalled(id, connection, name), cursor, limit))
        .orElseThrow(() -> new Refused(new NoSuchHistory(name.label(), id.toString())));
  }

  /** The versions of these objects of each connection; nothing where there never were any. */
  private Optional<List<SchemaVersion>> of(
      EnvironmentId id, Function<String, Collection<ObjectId>> objects, Cursor cursor, int limit) {
    List<SchemaVersion> found = new ArrayList<>();
    boolean ever = false;
    for (String connection : drafting.environment(id).connections().keySet()) {
      for (ObjectId object : objects.apply(connection)) {
        List<SchemaVersion> its =
            versions.of(
                id.project(), id.environment(), connection, object.toString(), cursor, limit);
        found.addAll(its);
        ever |= !its.isEmpty() || isKnown(id, connection, object);
      }
    }
    return ever
        ? Optional.of(found.stream().distinct().sorted(NEWEST_FIRST).limit(limit).toList())
        : Optional.empty();
  }

  /** What is not there any more, and was not called exactly so either. */
  private List<ObjectId> wereCalled(EnvironmentId id, String connection, ObjectName name) {
    return versions.everCalled(id.project(), id.environment(), connection, name.kind()).stream()
        .map(ObjectId::parse)
        .filter(name::isName)
        .toList();
  }

  private boolean isKnown(EnvironmentId id, String connection, ObjectId object) {
    return !versions
        .of(id.project(), id.environment(), connection, object.toString(), Cursor.START, 1)
        .isEmpty();
  }

  /**
   * The objects that a name can mean on a connection: those the schema has, and the one that once
   * was called exactly so.
   */
  private SortedSet<ObjectId> meant(EnvironmentId id, String connection, ObjectName name) {
    SortedSet<ObjectId> meant = new TreeSet<>();
    releases
        .current(id.project(), id.environment())
        .map(release -> release.snapshots().get(connection))
        .ifPresent(digest ->
            schemas.schema(digest).objects().keySet().stream()
                .filter(name::isName)
                .forEach(meant::add));
    if (meant.isEmpty()) {
      meant.add(name.exact());
      if (name.kind() != ObjectKind.SCHEMA) {
        meant.add(new ObjectId(name.kind(), "public." + name.name()));
      }
    }
    return meant;
  }
}
