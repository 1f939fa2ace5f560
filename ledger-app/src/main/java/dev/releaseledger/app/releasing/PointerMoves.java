package dev.releaseledger.app.releasing;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.drift.Comparison;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.RequestRefusal.DriftFound;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.app.refusal.RequestRefusal.NotOfThatSchema;
import dev.releaseledger.app.refusal.RequestRefusal.UnreadObjects;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.RollBackRelease;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SchemaDiffers;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.release.Release;
import dev.releaseledger.domain.release.ReleaseId;
import dev.releaseledger.projections.environments.ProjectRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves release pointers where no schema has to change: baseline, promotion, rollback. */
@Component
public class PointerMoves {

  private final Ledger ledger;
  private final Drafting drafting;
  private final Repositories repositories;
  private final Comparing comparing;
  private final Schemas schemas;
  private final Clock clock;

  PointerMoves(
      Ledger ledger,
      Drafting drafting,
      Repositories repositories,
      Comparing comparing,
      Schemas schemas,
      Clock clock) {
    this.ledger = ledger;
    this.drafting = drafting;
    this.repositories = repositories;
    this.comparing = comparing;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** Adopts what the databases have; with a ref only if that is what the ref declares. */
  public long baseline(
      EnvironmentId id, @Nullable String ref, @Nullable String reason, String actor) {
    Environment environment = drafting.environment(id);
    SortedMap<String, LiveSchema> live = comparing.read(environment);
    requireRead(id, live);
    SortedMap<String, String> fingerprints = new TreeMap<>();
    SortedMap<String, String> snapshots = new TreeMap<>();
    live.forEach((connection, found) -> {
      fingerprints.put(connection, found.schema().fingerprint().value());
      snapshots.put(connection, schemas.put(found.schema()));
    });
    Instant now = clock.instant();
    Release release =
        ref == null
            ? Release.ofDatabase(id.project(), id.environment(), now, fingerprints, snapshots)
            : declared(id, ref, live, fingerprints, snapshots);
    ledger.record(new BaselineEnvironment(id, release, reason, actor, now));
    // What was drift is now the release; the check makes that visible.
    Environment after = drafting.environment(id);
    return comparing.record(
        after, null, DriftCheck.REQUESTED, comparing.withExpected(after, live), actor);
  }

  private Release declared(
      EnvironmentId id,
      String ref,
      SortedMap<String, LiveSchema> live,
      SortedMap<String, String> fingerprints,
      SortedMap<String, String> snapshots) {
    ProjectRow project = drafting.project(id.project());
    Commit commit = repositories.resolve(project.repository(), ref);
    SortedMap<String, String> expected = new TreeMap<>();
    SortedMap<String, String> declared = new TreeMap<>();
    live.forEach((connection, found) -> {
      var schema = drafting.declared(project, commit, connection, found.majorVersion()).schema();
      expected.put(connection, schema.fingerprint().value());
      declared.put(connection, schemas.put(schema));
    });
    Comparison comparison = comparing.compare(expected, declared, live);
    if (!comparison.isClean()) {
      throw new Refused(new DriftFound(id.toString(), comparison.sentences(), comparison.all()));
    }
    return Release.ofCommit(
        id.project(), commit.sha(), commit.committedAt(), fingerprints, snapshots);
  }

  /** Makes another environment's release current, where the databases already have its schema. */
  public long promote(
      EnvironmentId target,
      String from,
      @Nullable String releaseId,
      @Nullable String reason,
      String actor) {
    Environment source = drafting.environment(new EnvironmentId(target.project(), from));
    ReleaseAdvanced found = releaseOf(source, releaseId);
    Environment environment = drafting.environment(target);
    SortedMap<String, LiveSchema> live = comparing.read(environment);
    Release release =
        new Release(
            new ReleaseId(found.release()),
            target.project(),
            found.ref(),
            found.schemas(),
            found.snapshots());
    Comparison comparison = comparing.compare(release.schemas(), release.snapshots(), live);
    long position = adopt(target, release, comparison, reason, actor);
    Environment after = drafting.environment(target);
    return after.drifted()
        ? comparing.record(after, null, DriftCheck.PROMOTION, comparison, actor)
        : position;
  }

  private long adopt(
      EnvironmentId target,
      Release release,
      Comparison comparison,
      @Nullable String reason,
      String actor) {
    try {
      return ledger.record(
          new AdoptRelease(
              target,
              release,
              ReleaseCause.PROMOTE,
              comparison.observed(),
              reason,
              actor,
              clock.instant()));
    } catch (Refused refused) {
      // The environment decides by fingerprints; people want to know what differs.
      throw refused.refusal() instanceof SchemaDiffers differs
          ? new Refused(new NotOfThatSchema(differs, comparison.sentences(), comparison.all()))
          : refused;
    }
  }

  private static ReleaseAdvanced releaseOf(Environment source, @Nullable String releaseId) {
    if (releaseId == null) {
      ReleaseAdvanced current = source.current();
      if (current == null) {
        throw new Refused(new NoRelease(source.id().toString()));
      }
      return current;
    }
    ReleaseAdvanced release = source.releases().get(releaseId);
    if (release == null) {
      throw new Refused(new UnknownRelease(source.id().toString(), releaseId));
    }
    return release;
  }

  /** Moves the pointer back; no schema is undone. */
  public long rollBack(EnvironmentId id, String to, String reason, String actor) {
    drafting.environment(id);
    return ledger.record(new RollBackRelease(id, to, reason, actor, clock.instant()));
  }

  private static void requireRead(EnvironmentId id, SortedMap<String, LiveSchema> live) {
    List<String> unread =
        live.values().stream()
            .flatMap(found -> found.schema().unread().stream())
            .map(object -> "%s %s (%s)".formatted(object.kind(), object.name(), object.reason()))
            .toList();
    if (!unread.isEmpty()) {
      throw new Refused(new UnreadObjects(id.toString(), unread));
    }
  }
}
