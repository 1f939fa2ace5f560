package dev.releaseledger.app.history;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.refusal.HistoryRefusal.NoSuchTable;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.history.Blame;
import dev.releaseledger.domain.history.PartKind;
import dev.releaseledger.domain.history.Wholes;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.schemahistory.Cursor;
import dev.releaseledger.projections.schemahistory.SchemaVersion;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import dev.releaseledger.projections.schemahistory.VersionPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who made each part of a table what it is. */
@Component
public class Blaming {

  private static final int PAGE = 50;

  private final ReadingSchemas reading;
  private final SchemaVersions versions;
  private final Rollouts rollouts;

  Blaming(ReadingSchemas reading, SchemaVersions versions, Rollouts rollouts) {
    this.reading = reading;
    this.versions = versions;
    this.rollouts = rollouts;
  }

  /** The schema that was asked about, and its tables of that name. */
  public record Answer(SchemaAt at, List<BlamedTable> tables) {
    public Answer {
      tables = List.copyOf(tables);
    }
  }

  /** A table and its parts, columns as it has them first. */
  public record BlamedTable(String connection, ObjectId table, List<BlamedPart> parts) {
    public BlamedTable {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part, and the version that last changed it.
   *
   * @param version the version, or null where no release has that part
   */
  public record BlamedPart(ObjectId part, @Nullable SchemaVersion version, @Nullable Who who) {}

  /** Those who had a hand in a rollout: the authors of its commits, and who approved. */
  public record Who(List<String> authors, List<String> approvers) {
    public Who {
      authors = List.copyOf(authors);
      approvers = List.copyOf(approvers);
    }
  }

  /** Who last changed each part of the tables of a name, as they are at a point. */
  public Answer blame(EnvironmentId id, Point point, String table, Caller caller) {
    SchemaAt at = reading.read(id, point, caller);
    List<BlamedTable> tables = new ArrayList<>();
    Map<String, Who> known = new HashMap<>();
    at.schemas()
        .forEach((connection, schema) -> {
          for (ObjectId found : Narrowing.tables(schema, table)) {
            tables.add(blamed(at, connection, schema, found, known));
          }
        });
    if (tables.isEmpty()) {
      throw new Refused(new NoSuchTable(table, at.point()));
    }
    return new Answer(at, tables);
  }

  private BlamedTable blamed(
      SchemaAt at, String connection, Schema schema, ObjectId table, Map<String, Who> known) {
    List<ObjectId> parts = parts(schema, table);
    SortedMap<ObjectId, SchemaVersion> found = blame(at, connection, table, parts);
    return new BlamedTable(
        connection,
        table,
        parts.stream()
            .map(part -> {
              SchemaVersion version = found.get(part);
              return new BlamedPart(part, version, version == null ? null : who(version, known));
            })
            .toList());
  }

  private static List<ObjectId> parts(Schema schema, ObjectId table) {
    List<ObjectId> columns = schema.columnsOf(table.identity()).stream().map(Column::id).toList();
    List<ObjectId> parts = new ArrayList<>(List.of(table));
    parts.addAll(columns);
    schema.objects().values().stream()
        .filter(object -> Wholes.of(object, schema).equals(table))
        .map(SchemaObject::id)
        .filter(id -> !parts.contains(id))
        .sorted(Comparator.naturalOrder())
        .forEach(parts::add);
    return parts;
  }

  private SortedMap<ObjectId, SchemaVersion> blame(
      SchemaAt at, String connection, ObjectId table, List<ObjectId> parts) {
    Blame<SchemaVersion> blame = new Blame<>(parts);
    Cursor cursor =
        at.position() == Long.MAX_VALUE ? Cursor.START : Cursor.before(at.position() + 1);
    String name = table.toString();
    while (!blame.isDone()) {
      List<SchemaVersion> page =
          versions.back(
              at.environment().project(),
              at.environment().environment(),
              connection,
              name,
              cursor,
              PAGE);
      page.forEach(version -> blame.back(version, traces(version)));
      if (page.size() < PAGE) {
        break;
      }
      SchemaVersion last = page.getLast();
      name = last.former() == null ? last.object() : last.former();
      cursor = Cursor.before(last.position());
    }
    return blame.found();
  }

  private List<Blame.Trace> traces(SchemaVersion version) {
    return versions.parts(version).stream().map(Blaming::trace).toList();
  }

  private static Blame.Trace trace(VersionPart part) {
    return new Blame.Trace(
        PartKind.valueOf(part.kind().toUpperCase(Locale.ROOT)),
        ObjectId.parse(part.part()),
        part.former() == null ? null : ObjectId.parse(part.former()));
  }

  private @Nullable Who who(SchemaVersion version, Map<String, Who> known) {
    String rollout = version.rollout();
    return rollout == null
        ? null
        : known.computeIfAbsent(
            rollout,
            id ->
                new Who(
                    versions.authors(id),
                    rollouts.approvals(id).stream().map(RolloutRow.Approval::actor).toList()));
  }
}
