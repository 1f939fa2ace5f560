package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.history.Blaming;
import dev.releaseledger.app.history.ObjectName;
import dev.releaseledger.app.history.Point;
import dev.releaseledger.app.history.Remembering;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.rest.ObjectChangeView.PartView;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.projections.schemahistory.Cursor;
import dev.releaseledger.projections.schemahistory.SchemaVersion;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of objects, and who made them what they are. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/schema")
class SchemaHistoryApi {

  private static final int MOST = 500;
  private static final Pattern CURSOR = Pattern.compile("#?(\\d{1,18})(?:\\.(\\d{1,9}))?");

  private final Remembering remembering;
  private final Blaming blaming;
  private final SchemaVersions versions;
  private final Presenting presenting;

  SchemaHistoryApi(
      Remembering remembering, Blaming blaming, SchemaVersions versions, Presenting presenting) {
    this.remembering = remembering;
    this.blaming = blaming;
    this.versions = versions;
    this.presenting = presenting;
  }

  /** A version on the wire. */
  record VersionView(
      long position,
      Instant at,
      String connection,
      String object,
      @Nullable String former,
      String change,
      String releaseId,
      @Nullable String ref,
      String cause,
      @Nullable String rolloutId,
      String actor,
      List<PartView> parts) {}

  /** Versions, newest first, and where to go on. */
  record HistoryView(List<VersionView> items, @Nullable String next) {}

  /** Who made a part what it is. */
  record SinceView(
      String releaseId,
      long position,
      Instant at,
      @Nullable String ref,
      String cause,
      @Nullable String rolloutId,
      String actor,
      List<String> authors,
      List<String> approvers) {}

  record BlamedPartView(String part, String kind, String name, @Nullable SinceView since) {}

  record BlamedTableView(String connection, String table, List<BlamedPartView> parts) {}

  record BlameView(String at, String environment, List<BlamedTableView> tables) {}

  @GetMapping("/history")
  HistoryView history(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable String table,
      @RequestParam(required = false) @Nullable String object,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    EnvironmentId id = new EnvironmentId(project, environment);
    int most = Values.limit(limit, MOST);
    Cursor cursor = cursor(before);
    ObjectName name = name(table, object);
    // One more than is shown tells whether there is more.
    List<SchemaVersion> found =
        name == null
            ? remembering.latest(id, cursor, most + 1)
            : remembering.of(id, name, cursor, most + 1);
    List<SchemaVersion> page = found.subList(0, Math.min(most, found.size()));
    return new HistoryView(
        page.stream().map(this::view).toList(),
        found.size() > most ? page.getLast().position() + "." + page.getLast().number() : null);
  }

  @GetMapping("/blame")
  BlameView blame(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable String table,
      @RequestParam(required = false) @Nullable String at,
      Caller caller) {
    Point point = Point.parse(at);
    if (point instanceof Point.Live || point instanceof Point.OfRef) {
      throw new Refused(
          new InvalidValue("at", "must be a point of the ledger: only releases have authors"));
    }
    Blaming.Answer answer =
        blaming.blame(
            new EnvironmentId(project, environment),
            point,
            Values.required("table", table),
            caller);
    return new BlameView(
        answer.at().point(),
        answer.at().environment().environment(),
        answer.tables().stream().map(this::view).toList());
  }

  private static @Nullable ObjectName name(@Nullable String table, @Nullable String object) {
    if (table != null && object != null) {
      throw new Refused(new InvalidValue("object", "goes without table: give one of the two"));
    }
    if (table != null) {
      return ObjectName.table(Values.required("table", table));
    }
    return object == null ? null : ObjectName.parse(object);
  }

  private static Cursor cursor(@Nullable String before) {
    if (before == null) {
      return Cursor.START;
    }
    Matcher cursor = CURSOR.matcher(before);
    if (!cursor.matches()) {
      throw new Refused(
          new InvalidValue("before", "must be a position, or the next of an earlier answer"));
    }
    long position = Long.parseLong(cursor.group(1));
    return cursor.group(2) == null
        ? Cursor.before(position)
        : new Cursor(position, Integer.parseInt(cursor.group(2)));
  }

  private VersionView view(SchemaVersion version) {
    return new VersionView(
        version.position(),
        version.at(),
        version.connection(),
        ObjectChangeView.kept(version.object()),
        version.former() == null ? null : ObjectChangeView.kept(version.former()),
        version.change(),
        version.release(),
        version.ref(),
        version.cause(),
        version.rollout(),
        presenting.actor(version.actor()),
        versions.parts(version).stream().map(ObjectChangeView::part).toList());
  }

  private BlamedTableView view(Blaming.BlamedTable table) {
    return new BlamedTableView(
        table.connection(),
        table.table().identity(),
        table.parts().stream().map(this::view).toList());
  }

  private BlamedPartView view(Blaming.BlamedPart part) {
    SchemaVersion version = part.version();
    return new BlamedPartView(
        part.part().label(),
        part.part().kind().label(),
        part.part().kind() == ObjectKind.PRIVILEGES
            ? part.part().identity()
            : QualifiedName.of(part.part()).last(),
        version == null ? null : since(version, part.who()));
  }

  private SinceView since(SchemaVersion version, Blaming.@Nullable Who who) {
    return new SinceView(
        version.release(),
        version.position(),
        version.at(),
        version.ref(),
        version.cause(),
        version.rollout(),
        presenting.actor(version.actor()),
        who == null ? List.of() : who.authors().stream().map(presenting::actor).toList(),
        who == null ? List.of() : who.approvers().stream().map(presenting::actor).toList());
  }
}
