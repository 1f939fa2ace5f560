package dev.releaseledger.app.store.rebuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Projections.Rebuild;
import dev.releaseledger.app.port.Projections.Verification;
import dev.releaseledger.projections.JsonText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of rebuilds and verifications: it outlives the service that runs them. */
@Component
final class RebuildJournal {

  /** What names the lock that is held while a projection is built, given its name. */
  static final String LOCK = "hashtextextended('projection ' || ?, 0)";

  private final JdbcClient jdbc;
  private final JsonText json;
  private final Clock clock;

  RebuildJournal(JdbcClient jdbc, ObjectMapper ledgerMapper, Clock clock) {
    this.jdbc = jdbc;
    this.json = new JsonText(ledgerMapper);
    this.clock = clock;
  }

  /**
   * Which form the tables have, and which texts are in them: what was begun in another one is not
   * gone on with, nor what may have a text that is erased.
   */
  String revision() {
    return jdbc.sql(
            """
            select coalesce((select max(installed_rank) from ledger_migration), 0)
              || coalesce((select ' ' || max(position) from ledger_event
                           where name = 'texts-erased'), '')
            """)
        .query(String.class)
        .single();
  }

  /** Whether the last rebuild was made after texts were erased last, or none ever were. */
  boolean isWithoutErased(String projection) {
    return jdbc.sql(
            """
            with erased as (
              select max(position) as last from ledger_event where name = 'texts-erased')
            select last is null or exists (
              select from projection_rebuild
              where projection = ? and state = 'done'
                and position(' ' || last || ' ' in revision) > 0)
            from erased
            """)
        .param(projection)
        .query(Boolean.class)
        .single();
  }

  /** Where an interrupted rebuild can go on, or nothing. */
  Optional<Long> interruptedAt(String projection, String revision) {
    return jdbc.sql(
            """
            select position from projection_rebuild
            where projection = ? and revision = ? and state = 'running' and position > 0
            """)
        .params(projection, revision)
        .query(Long.class)
        .optional();
  }

  /** Notes that it is to be built; where it was interrupted, it will go on. */
  void queue(String projection) {
    jdbc.sql(
            """
            insert into projection_rebuild
              (projection, state, revision, position, target, started_at, changed_at)
            values (:projection, 'running', '', 0, 0, :now, :now)
            on conflict (projection) do update set
              state = 'running', started_at = excluded.started_at,
              changed_at = excluded.changed_at, failure = null,
              position = case when projection_rebuild.state = 'running'
                then projection_rebuild.position else 0 end
            """)
        .param("projection", projection)
        .param("now", now())
        .update();
  }

  /** Whether somebody, here or at another instance, is building a projection right now. */
  boolean isBuilding(String projection) {
    return jdbc.sql(
            """
            select exists (select from pg_locks where locktype = 'advisory' and objsubid = 1
              and (classid::bigint << 32) | objid::bigint =
            """
                + LOCK
                + ")")
        .param(projection)
        .query(Boolean.class)
        .single();
  }

  void begin(String projection, String revision, long position, long target) {
    jdbc.sql(
            """
            insert into projection_rebuild
              (projection, state, revision, position, target, started_at, changed_at)
            values (:projection, 'running', :revision, :position, :target, :now, :now)
            on conflict (projection) do update set
              state = 'running', revision = excluded.revision, position = excluded.position,
              target = excluded.target, started_at = excluded.started_at,
              changed_at = excluded.changed_at, failure = null
            """)
        .param("projection", projection)
        .param("revision", revision)
        .param("position", position)
        .param("target", target)
        .param("now", now())
        .update();
  }

  /** Notes, in the transaction that has written so far, that it has. */
  void reached(RebuiltTables tables, String projection, long position, long target)
      throws SQLException {
    set(tables, "running", position, target, projection);
  }

  void done(RebuiltTables tables, String projection, long position) throws SQLException {
    set(tables, "done", position, position, projection);
  }

  private void set(
      RebuiltTables tables, String state, long position, long target, String projection)
      throws SQLException {
    try (PreparedStatement update =
        tables
            .connection()
            .prepareStatement(
                """
                update %s.projection_rebuild
                set state = ?, position = ?, target = ?, changed_at = ?
                where projection = ?
                """
                    .formatted(tables.live()))) {
      update.setString(1, state);
      update.setLong(2, position);
      update.setLong(3, target);
      update.setTimestamp(4, now());
      update.setString(5, projection);
      int unused = update.executeUpdate();
    }
  }

  void failed(String projection, String why) {
    jdbc.sql(
            """
            update projection_rebuild set state = 'failed', failure = ?, changed_at = ?
            where projection = ?
            """)
        .params(why, now(), projection)
        .update();
  }

  /** Notes why it has not taken the place of the live one yet: it can go on from where it is. */
  void postponed(String projection, String why) {
    jdbc.sql("update projection_rebuild set failure = ?, changed_at = ? where projection = ?")
        .params(why, now(), projection)
        .update();
  }

  /** The last rebuild; one that says it runs is asked for whether it does. */
  Optional<Rebuild> rebuild(String projection, boolean runs) {
    return jdbc.sql("select * from projection_rebuild where projection = ?")
        .param(projection)
        .query((row, number) ->
            new Rebuild(
                state(row.getString("state"), runs),
                row.getLong("position"),
                row.getLong("target"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("failure")))
        .optional();
  }

  void beginVerifying(String projection) {
    write(projection, new Found("running", 0, 0, 0, 0, "[]", null), true);
  }

  void verified(String projection, Comparison found) {
    String state = found.missing() + found.extra() == 0 ? "same" : "differs";
    write(
        projection,
        new Found(
            state,
            found.position(),
            found.rows(),
            found.missing(),
            found.extra(),
            json.write(found.samples()),
            null),
        false);
  }

  void notVerified(String projection, String why) {
    write(projection, new Found("failed", 0, 0, 0, 0, "[]", why), false);
  }

  private record Found(
      String state,
      long position,
      long rows,
      long missing,
      long extra,
      String samples,
      @Nullable String failure) {}

  private void write(String projection, Found found, boolean begins) {
    jdbc.sql(
            """
            insert into projection_verification
              (projection, state, position, row_count, missing, extra, samples, started_at,
               changed_at, failure)
            values (:projection, :state, :position, :rows, :missing, :extra, :samples, :now, :now,
              :failure)
            on conflict (projection) do update set
              state = excluded.state, position = excluded.position,
              row_count = excluded.row_count, missing = excluded.missing,
              extra = excluded.extra, samples = excluded.samples,
              started_at = case when :begins then excluded.started_at
                else projection_verification.started_at end,
              changed_at = excluded.changed_at, failure = excluded.failure
            """)
        .param("projection", projection)
        .param("state", found.state())
        .param("position", found.position())
        .param("rows", found.rows())
        .param("missing", found.missing())
        .param("extra", found.extra())
        .param("samples", found.samples())
        .param("failure", found.failure())
        .param("begins", begins)
        .param("now", now())
        .update();
  }

  Optional<Verification> verification(String projection, boolean runs) {
    return jdbc.sql("select * from projection_verification where projection = ?")
        .param(projection)
        .query((row, number) -> verification(row, runs))
        .optional();
  }

  private Verification verification(ResultSet row, boolean runs) throws SQLException {
    return new Verification(
        state(row.getString("state"), runs),
        row.getLong("position"),
        row.getLong("row_count"),
        row.getLong("missing"),
        row.getLong("extra"),
        json.list(row.getString("samples")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("failure"));
  }

  /** Whoever was running it is gone when nobody holds its lock. */
  private static String state(String state, boolean runs) {
    return state.equals("running") && !runs ? "interrupted" : state;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
