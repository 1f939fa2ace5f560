package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.projections.Foresighted;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.Recent;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each release made of each object.
 *
 * <p>What is remembered between events are facts that no transaction takes back: what an artifact
 * holds, what a plan or a release is. A release whose schema is not kept brings no version; what
 * came with it is told with the next one whose schema is.
 */
@ProcessingGroup("schemahistory")
public final class SchemaHistoryProjector implements Foresighted {

  private static final int REMEMBERED = 1000;

  private final ViewTables views;
  private final JsonText json;
  private final Versions versions;
  private final Recent<String, String> plans = new Recent<>(REMEMBERED);
  private final Recent<List<String>, SortedMap<String, String>> releases = new Recent<>(REMEMBERED);

  public SchemaHistoryProjector(ViewTables views, JsonText json, KeptSchemas kept) {
    this.views = views;
    this.json = json;
    this.versions = new Versions(kept);
  }

  @Override
  public void expect(List<?> events) {
    versions.expect(
        events.stream()
            .filter(ReleaseAdvanced.class::isInstance)
            .map(ReleaseAdvanced.class::cast)
            .flatMap(event -> event.snapshots().values().stream())
            .toList());
  }

  @EventHandler
  void on(PlanProposed event) {
    views.update(
        """
        insert into view_schema_proposal (rollout, plan, authors)
        values (?, ?, ?) on conflict (rollout) do nothing
        """,
        event.rollout(),
        event.planDigest(),
        json.write(event.terms() == null ? List.of() : event.terms().authors()));
    plans.put(event.rollout(), event.planDigest());
  }

  @EventHandler
  void on(ReleaseAdvanced event, TrackingToken token) {
    long position = Position.of(token);
    SortedMap<String, String> base = base(event, position);
    SortedMap<String, String> known = new TreeMap<>(base);
    SortedSet<String> unkept = new TreeSet<>();
    SortedMap<String, SortedMap<String, String>> renames = new TreeMap<>();
    int number = 0;
    for (Map.Entry<String, String> snapshot : event.snapshots().entrySet()) {
      String connection = snapshot.getKey();
      String target = snapshot.getValue();
      String before = base.get(connection);
      if (target.equals(before)) {
        continue;
      }
      if (!versions.isKept(target)) {
        unkept.add(connection);
        continue;
      }
      known.put(connection, target);
      Continuity continuity = continuity(event, position, connection, before, target);
      if (!continuity.isEmpty()) {
        renames.put(connection, ContinuityText.write(continuity));
      }
      for (Versions.Version version : versions.between(before, target, continuity)) {
        put(event, position, ++number, connection, version);
      }
    }
    put(event, position, known, unkept, renames);
    if (unkept.isEmpty() && known.equals(event.snapshots())) {
      releases.put(key(event, event.release()), known);
    }
  }

  /** What the schemas were before, as far as they are kept. */
  private SortedMap<String, String> base(ReleaseAdvanced event, long position) {
    if (event.previous() == null) {
      return new TreeMap<>();
    }
    SortedMap<String, String> remembered = releases.get(key(event, event.previous()));
    return remembered != null
        ? remembered
        : views
            .text(
                """
                select known from view_schema_release
                where project = ? and environment = ? and position < ?
                order by position desc limit 1
                """,
                event.project(),
                event.environment(),
                position)
            .map(json::map)
            .orElseGet(TreeMap::new);
  }

  private static List<String> key(ReleaseAdvanced event, String release) {
    return List.of(event.project(), event.environment(), release);
  }

  private Continuity continuity(
      ReleaseAdvanced event,
      long position,
      String connection,
      @Nullable String before,
      String target) {
    if (before == null) {
      return Continuity.NONE;
    }
    Continuity planned =
        event.cause() == ReleaseCause.APPLY
            ? versions.planned(plan(event.rollout()), connection, before, target)
            : Continuity.NONE;
    // A plan has nothing to rename either where only the pointer had gone back, not the database.
    // Going back, two may even have changed places, and nothing has come or gone by its name.
    boolean mayGoBack =
        planned.isEmpty()
            && (event.cause() == ReleaseCause.ROLLBACK || versions.exchanges(before, target));
    return mayGoBack ? wayBack(event, position, connection) : planned;
  }

  private @Nullable String plan(@Nullable String rollout) {
    if (rollout == null) {
      return null;
    }
    String remembered = plans.get(rollout);
    return remembered != null
        ? remembered
        : views
            .text("select plan from view_schema_proposal where rollout = ?", rollout)
            .orElse(null);
  }

  /** Where it comes to a release again, what was renamed since then is called as it was there. */
  private Continuity wayBack(ReleaseAdvanced event, long position, String connection) {
    Optional<String> since =
        views.text(
            """
            select position from view_schema_release
            where project = ? and environment = ? and release = ? and position < ?
            order by position desc limit 1
            """,
            event.project(),
            event.environment(),
            event.release(),
            position);
    if (since.isEmpty()) {
      return Continuity.NONE;
    }
    Continuity way = Continuity.NONE;
    long last = Long.parseLong(since.get());
    while (true) {
      Optional<String> step =
          views.text(
              """
              select position || ' ' || renames from view_schema_release
              where project = ? and environment = ? and position > ? and position < ?
                and renames is not null
              order by position limit 1
              """,
              event.project(),
              event.environment(),
              last,
              position);
      if (step.isEmpty()) {
        return way.inverse();
      }
      int gap = step.get().indexOf(' ');
      last = Long.parseLong(step.get().substring(0, gap));
      way = ContinuityText.read(json, step.get().substring(gap + 1), connection).after(way);
    }
  }

  private void put(
      ReleaseAdvanced event,
      long position,
      int number,
      String connection,
      Versions.Version version) {
    views.update(
        """
        insert into view_schema_version
          (position, number, project, environment, connection, object, former, change, diff)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position, number) do nothing
        """,
        position,
        number,
        event.project(),
        event.environment(),
        connection,
        version.object(),
        version.former(),
        version.change(),
        version.diff());
  }

  private void put(
      ReleaseAdvanced event,
      long position,
      SortedMap<String, String> known,
      SortedSet<String> unkept,
      SortedMap<String, SortedMap<String, String>> renames) {
    views.update(
        """
        insert into view_schema_release
          (position, project, environment, release, ref, cause, rollout, actor, at, known, unkept,
           renames)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
        """,
        position,
        event.project(),
        event.environment(),
        event.release(),
        event.ref(),
        event.cause().toString(),
        event.rollout(),
        event.actor(),
        Timestamp.from(event.at()),
        json.write(known),
        unkept.isEmpty() ? null : json.write(unkept),
        renames.isEmpty() ? null : json.write(renames));
  }
}
