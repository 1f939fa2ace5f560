package dev.releaseledger.app.history;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.refusal.GitRefusal.UnknownRef;
import dev.releaseledger.app.refusal.HistoryRefusal.NoReleaseThen;
import dev.releaseledger.app.refusal.HistoryRefusal.UnknownPoint;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.environments.ProjectRow;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.releases.Releases;
import java.time.Clock;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the schemas that a point means. */
@Component
public class ReadingSchemas {

  private final Drafting drafting;
  private final Comparing comparing;
  private final RecentSchemas schemas;
  private final Releases releases;
  private final Environments environments;
  private final Repositories repositories;
  private final EventLog events;
  private final Clock clock;

  ReadingSchemas(
      Drafting drafting,
      Comparing comparing,
      RecentSchemas schemas,
      Releases releases,
      Environments environments,
      Repositories repositories,
      EventLog events,
      Clock clock) {
    this.drafting = drafting;
    this.comparing = comparing;
    this.schemas = schemas;
    this.releases = releases;
    this.environments = environments;
    this.repositories = repositories;
    this.events = events;
    this.clock = clock;
  }

  /** The schemas that a point means in an environment, as far as the caller may see them. */
  public SchemaAt read(EnvironmentId id, Point point, Caller caller) {
    Environment environment = drafting.environment(id);
    return switch (point) {
      case Point.Current() -> ofRelease("current", current(id), Long.MAX_VALUE);
      case Point.Live() -> live(environment);
      case Point.OfRelease(String release) -> ofRelease(release, release(id, release, caller));
      case Point.At(long position) -> at(id, position);
      case Point.Then(Instant instant) -> then(id, instant);
      case Point.OfEnvironment(String name) -> of(new EnvironmentId(id.project(), name), caller);
      case Point.OfRef(String ref) -> declared(environment, ref);
      case Point.Word(String word) -> word(environment, word, caller);
    };
  }

  private ReleaseRow current(EnvironmentId id) {
    return releases
        .current(id.project(), id.environment())
        .orElseThrow(() -> new Refused(new NoRelease(id.toString())));
  }

  private SchemaAt of(EnvironmentId other, Caller caller) {
    caller.requireReader(other);
    Environment unused = drafting.environment(other);
    return ofRelease("env:" + other.environment(), current(other), Long.MAX_VALUE);
  }

  private SchemaAt at(EnvironmentId id, long position) {
    String point = "#" + position;
    if (position > events.last()) {
      throw new Refused(
          new UnknownPoint(point, "the ledger has come to #" + events.last() + " so far"));
    }
    return ofRelease(point, asOf(id, position, point), position);
  }

  private SchemaAt then(EnvironmentId id, Instant instant) {
    if (instant.isAfter(clock.instant())) {
      throw new Refused(new UnknownPoint(instant.toString(), "that is in the future"));
    }
    long position = events.at(instant);
    return ofRelease(instant.toString(), asOf(id, position, instant.toString()), position);
  }

  private ReleaseRow asOf(EnvironmentId id, long position, String point) {
    return releases
        .asOf(id.project(), id.environment(), position)
        .orElseThrow(() -> new Refused(new NoReleaseThen(id.toString(), point)));
  }

  /** A release the environment has or had, or else another environment of the project. */
  private ReleaseRow release(EnvironmentId id, String release, Caller caller) {
    return releases.uses(release).stream()
        .filter(use -> use.project().equals(id.project()))
        .filter(use ->
            use.environment().equals(id.environment())
                || !caller.rolesIn(new EnvironmentId(use.project(), use.environment())).isEmpty())
        .reduce((newest, other) ->
            !newest.environment().equals(id.environment())
                    && other.environment().equals(id.environment())
                ? other
                : newest)
        .orElseThrow(() -> new Refused(new UnknownRelease(id.toString(), release)));
  }

  private SchemaAt ofRelease(String point, ReleaseRow row) {
    return ofRelease(point, row, row.position());
  }

  private SchemaAt ofRelease(String point, ReleaseRow row, long position) {
    SortedMap<String, Schema> kept = new TreeMap<>();
    row.snapshots().forEach((connection, digest) -> kept.put(connection, schemas.schema(digest)));
    return new SchemaAt(
        point,
        new EnvironmentId(row.project(), row.environment()),
        position,
        row,
        row.ref(),
        kept,
        new TreeMap<>());
  }

  private SchemaAt live(Environment environment) {
    SortedMap<String, Schema> live = new TreeMap<>();
    comparing.read(environment).forEach((connection, read) -> live.put(connection, read.schema()));
    return new SchemaAt(
        "live", environment.id(), Long.MAX_VALUE, null, null, live, new TreeMap<>());
  }

  private SchemaAt declared(Environment environment, String ref) {
    ProjectRow project = drafting.project(environment.id().project());
    Commit commit = repositories.resolve(project.repository(), ref);
    SortedMap<String, Schema> found = new TreeMap<>();
    SortedMap<String, DeclaredSchema> declared = new TreeMap<>();
    SortedMap<String, LiveSchema> live = comparing.read(environment);
    live.forEach((connection, read) -> {
      DeclaredSchema it = drafting.declared(project, commit, connection, read.majorVersion());
      declared.put(connection, it);
      found.put(connection, it.schema());
    });
    return new SchemaAt(
        "ref:" + ref, environment.id(), Long.MAX_VALUE, null, commit.sha(), found, declared);
  }

  private SchemaAt word(Environment environment, String word, Caller caller) {
    String project = environment.id().project();
    if (environments.one(project, word).isPresent()) {
      return of(new EnvironmentId(project, word), caller);
    }
    try {
      return declared(environment, word);
    } catch (Refused refused) {
      throw refused.refusal() instanceof UnknownRef
          ? new Refused(
              new UnknownPoint(
                  word,
                  "it is neither an environment of " + project + " nor a ref in its repository"))
          : refused;
    }
  }
}
