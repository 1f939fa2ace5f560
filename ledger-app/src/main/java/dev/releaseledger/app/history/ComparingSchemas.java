package dev.releaseledger.app.history;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.history.SchemaHistory;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the schemas at two points, and says what would lead from one to the other. */
@Component
public class ComparingSchemas {

  private final ReadingSchemas reading;
  private final SchemaVersions versions;
  private final Drafting drafting;
  private final Comparing comparing;
  private final Databases databases;

  ComparingSchemas(
      ReadingSchemas reading,
      SchemaVersions versions,
      Drafting drafting,
      Comparing comparing,
      Databases databases) {
    this.reading = reading;
    this.versions = versions;
    this.drafting = drafting;
    this.comparing = comparing;
    this.databases = databases;
  }

  /** The differences between two points of an environment. */
  public SchemaDiff compare(EnvironmentId id, Point from, Point to, Caller caller) {
    SchemaAt base = reading.read(id, from, caller);
    SchemaAt target = reading.read(id, to, caller);
    TreeSet<String> names = new TreeSet<>(base.schemas().keySet());
    names.addAll(target.schemas().keySet());
    SortedMap<String, SchemaDiff.Part> connections = new TreeMap<>();
    for (String connection : names) {
      Continuity continuity = continuity(base, target, connection);
      connections.put(
          connection,
          new SchemaDiff.Part(
              continuity,
              SchemaHistory.between(base.of(connection), target.of(connection), continuity)));
    }
    return new SchemaDiff(base, target, connections);
  }

  private Continuity continuity(SchemaAt from, SchemaAt to, String connection) {
    DeclaredSchema target = to.declared().get(connection);
    if (target != null) {
      return Continuity.of(target.renames(), from.of(connection), to.of(connection));
    }
    DeclaredSchema base = from.declared().get(connection);
    if (base != null) {
      return Continuity.of(base.renames(), to.of(connection), from.of(connection)).inverse();
    }
    if (from.environment().equals(to.environment())) {
      return from.position() <= to.position()
          ? renamed(to.environment(), connection, from.position(), to.position())
          : renamed(to.environment(), connection, to.position(), from.position()).inverse();
    }
    Continuity there = sinceThen(from.release(), to, connection);
    return there.isEmpty() ? sinceThen(to.release(), from, connection).inverse() : there;
  }

  /** What an environment has renamed since it was on the release that another one is on. */
  private Continuity sinceThen(@Nullable ReleaseRow release, SchemaAt where, String connection) {
    if (release == null) {
      return Continuity.NONE;
    }
    OptionalLong since =
        versions.lastAt(
            where.environment().project(),
            where.environment().environment(),
            release.release(),
            where.position());
    return since.isEmpty()
        ? Continuity.NONE
        : renamed(where.environment(), connection, since.getAsLong(), where.position());
  }

  private Continuity renamed(EnvironmentId id, String connection, long after, long upTo) {
    return versions.renamed(id.project(), id.environment(), connection, after, upTo);
  }

  /**
   * The plan that leads from one to the other on one connection; nobody has been asked about it.
   */
  public SchemaPlan plan(SchemaDiff diff, String connection) {
    Schema base = diff.from().of(connection);
    Schema target = diff.to().of(connection);
    SchemaDiff.Part part = diff.connections().get(connection);
    DeclaredSchema declared = diff.to().declared().get(connection);
    Renaming renaming =
        Renaming.of(
            declared != null
                ? declared.renames()
                : part == null ? Continuity.NONE.renames() : part.continuity().renames(),
            base,
            target);
    PlanSettings settings =
        PlanSettings.defaults()
            .converting(declared == null ? new TreeMap<>() : declared.conversions());
    if (renaming.isEmpty()) {
      return Planning.plan(base, target, settings);
    }
    int version = version(diff.to().environment(), connection);
    Schema renamed = databases.renamed(version, base, renaming.statements());
    return Planning.plan(base, renaming, renamed, target, settings.on(version), new TreeSet<>());
  }

  /** Only a server of the database's version can tell what renames make of a schema's texts. */
  private int version(EnvironmentId id, String connection) {
    LiveSchema live = comparing.read(drafting.environment(id)).get(connection);
    return live == null ? 0 : live.majorVersion();
  }
}
