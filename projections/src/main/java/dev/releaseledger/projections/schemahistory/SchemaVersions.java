package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.projections.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what became of the objects of an environment's schemas. */
public final class SchemaVersions {

  private static final String SELECT =
      """
      select v.position, v.number, v.connection, v.object, v.former, v.change, v.diff,
             r.release, r.ref, r.cause, r.rollout, r.actor, r.at
      from view_schema_version v join view_schema_release r on r.position = v.position
      where v.project = ? and v.environment = ?
      """;

  /** Says it of both tables, so that either is read from there on and not from the top. */
  private static final String BEHIND =
      " and v.position <= ? and r.position <= ? and (v.position < ? or v.number > ?)";

  private static final String RENAMED =
      """
      from view_schema_version
      where project = ? and environment = ? and connection = ? and former = ?
      """;

  private final JdbcClient jdbc;
  private final JsonText json;

  public SchemaVersions(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The latest versions of all objects behind a place in that list, newest release first. */
  public List<SchemaVersion> latest(String project, String environment, Cursor cursor, int limit) {
    return jdbc.sql(SELECT + BEHIND + " order by v.position desc, v.number limit ?")
        .params(
            project,
            environment,
            cursor.position(),
            cursor.position(),
            cursor.position(),
            cursor.number(),
            limit)
        .query(this::version)
        .list();
  }

  /**
   * The versions of one object behind a place in that list, newest first, whatever it was called
   * then. A name that was given away stands for what has it now, else for what bore it.
   */
  public List<SchemaVersion> of(
      String project,
      String environment,
      String connection,
      String object,
      Cursor cursor,
      int limit) {
    String name = bearer(project, environment, connection, object);
    Optional<SchemaVersion> later = renamedAfter(project, environment, connection, name, cursor);
    while (later.isPresent()) {
      name = Objects.requireNonNull(later.get().former());
      later = renamedAfter(project, environment, connection, name, cursor);
    }
    return back(project, environment, connection, name, cursor, limit);
  }

  /** The versions of what bore a name at a place in the list, newest first, behind that place. */
  public List<SchemaVersion> back(
      String project,
      String environment,
      String connection,
      String object,
      Cursor cursor,
      int limit) {
    List<SchemaVersion> versions = new ArrayList<>();
    String name = object;
    Cursor from = cursor;
    while (versions.size() < limit) {
      List<SchemaVersion> life =
          life(project, environment, connection, name, from, limit - versions.size());
      Optional<SchemaVersion> renamed =
          life.stream().filter(version -> version.former() != null).findFirst();
      if (renamed.isEmpty()) {
        versions.addAll(life);
        return versions;
      }
      SchemaVersion last = renamed.get();
      versions.addAll(life.subList(0, life.indexOf(last) + 1));
      name = Objects.requireNonNull(last.former());
      from = Cursor.before(last.position());
    }
    return versions;
  }

  /** The first time that something got this name which is not behind a place in the list. */
  private Optional<SchemaVersion> renamedAfter(
      String project, String environment, String connection, String name, Cursor cursor) {
    return jdbc.sql(
            SELECT
                + """
                and v.connection = ? and v.object = ? and v.former is not null
                and v.position >= ? and (v.position > ? or v.number <= ?)
                order by v.position limit 1
                """)
        .params(
            project,
            environment,
            connection,
            name,
            cursor.position(),
            cursor.position(),
            cursor.number())
        .query(this::version)
        .optional();
  }

  /** What bears a name now: what it was given to, and what that was called later. */
  private String bearer(String project, String environment, String connection, String object) {
    String name = object;
    long since = -1;
    while (true) {
      OptionalLong left = lastRenamed(project, environment, connection, name, Long.MAX_VALUE);
      if (left.isEmpty()
          || left.getAsLong() <= since
          || !life(project, environment, connection, name, Cursor.START, 1).isEmpty()) {
        return name;
      }
      since = left.getAsLong();
      name =
          jdbc.sql("select object " + RENAMED + " and position = ?")
              .params(project, environment, connection, name, since)
              .query(String.class)
              .single();
    }
  }

  /** The versions under one name, as far back as it was not given away. */
  private List<SchemaVersion> life(
      String project,
      String environment,
      String connection,
      String name,
      Cursor cursor,
      int limit) {
    long since = lastRenamed(project, environment, connection, name, cursor.position()).orElse(0);
    return jdbc.sql(
            SELECT
                + " and v.connection = ? and v.object = ? and v.position >= ?"
                + BEHIND
                + " order by v.position desc, v.number limit ?")
        .params(
            project,
            environment,
            connection,
            name,
            since,
            cursor.position(),
            cursor.position(),
            cursor.position(),
            cursor.number(),
            limit)
        .query(this::version)
        .list();
  }

  private OptionalLong lastRenamed(
      String project, String environment, String connection, String name, long before) {
    return jdbc.sql(
            "select position " + RENAMED + " and position < ? order by position desc limit 1")
        .params(project, environment, connection, name, before)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Every object of a kind that there ever was on a connection, by all names it has had. */
  public List<String> everCalled(
      String project, String environment, String connection, ObjectKind kind) {
    return jdbc.sql(
            """
            select distinct object from view_schema_version
            where project = ? and environment = ? and connection = ? and starts_with(object, ?)
            order by object
            """)
        .params(project, environment, connection, new ObjectId(kind, "").toString())
        .query(String.class)
        .list();
  }

  /** The last time an environment came to a release, up to a position. */
  public OptionalLong lastAt(String project, String environment, String release, long upTo) {
    return jdbc.sql(
            """
            select position from view_schema_release
            where project = ? and environment = ? and release = ? and position <= ?
            order by position desc limit 1
            """)
        .params(project, environment, release, upTo)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** What was renamed on a connection behind one position and up to another one. */
  public Continuity renamed(
      String project, String environment, String connection, long after, long upTo) {
    Continuity way = Continuity.NONE;
    for (String renames :
        jdbc.sql(
                """
                select renames from view_schema_release
                where project = ? and environment = ? and position > ? and position <= ?
                  and renames is not null
                order by position
                """)
            .params(project, environment, after, upTo)
            .query(String.class)
            .list()) {
      way = ContinuityText.read(json, renames, connection).after(way);
    }
    return way;
  }

  /** The actors who wrote the commits that a rollout brought, as far as the ledger knows them. */
  public List<String> authors(String rollout) {
    return jdbc.sql("select authors from view_schema_proposal where rollout = ?")
        .param(rollout)
        .query(String.class)
        .optional()
        .map(json::list)
        .orElse(List.of());
  }

  /** What became of an object's parts with a version. */
  public List<VersionPart> parts(SchemaVersion version) {
    return json.read(version.diff(), VersionDiff.class).parts();
  }

  private SchemaVersion version(ResultSet row, int number) throws SQLException {
    return new SchemaVersion(
        row.getLong("position"),
        row.getInt("number"),
        row.getString("connection"),
        row.getString("object"),
        row.getString("former"),
        row.getString("change"),
        row.getString("diff"),
        row.getString("release"),
        row.getString("ref"),
        row.getString("cause"),
        row.getString("rollout"),
        row.getString("actor"),
        row.getTimestamp("at").toInstant());
  }
}
