package dev.releaseledger.app.anchoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was anchored, which is evidence, and how it goes with it, which is none. */
@Component
class AnchorTables {

  private final JdbcClient jdbc;

  AnchorTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last checkpoint that a place was given a receipt for. */
  record LastKept(long size, Instant at) {}

  Optional<Round> round() {
    return jdbc.sql("select number, size, begun_at from anchor_round")
        .query((row, number) ->
            new Round(
                row.getLong("number"),
                row.getLong("size"),
                row.getTimestamp("begun_at").toInstant()))
        .optional();
  }

  Round begin(long size, Instant now) {
    return jdbc.sql(
            """
            insert into anchor_round as round (number, size, begun_at) values (1, ?, ?)
            on conflict (only_one) do update
              set number = round.number + 1, size = excluded.size, begun_at = excluded.begun_at
            returning number
            """)
        .params(size, Timestamp.from(now))
        .query((row, number) -> new Round(row.getLong("number"), size, now))
        .single();
  }

  Map<String, PlaceState> states() {
    Map<String, PlaceState> states = new TreeMap<>();
    jdbc.sql("select * from anchor_place")
        .query((row, number) ->
            new PlaceState(
                row.getString("place"),
                row.getLong("kept_round"),
                row.getInt("failures"),
                instant(row, "failing_since"),
                row.getBoolean("contradicted"),
                row.getString("reason"),
                instant(row, "next_attempt")))
        .list()
        .forEach(state -> states.put(state.place(), state));
    return states;
  }

  void keep(PlaceState state) {
    int unused =
        jdbc.sql(
                """
                insert into anchor_place (place, kept_round, failures, failing_since,
                  contradicted, reason, next_attempt)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (place) do update set
                  kept_round = excluded.kept_round, failures = excluded.failures,
                  failing_since = excluded.failing_since, contradicted = excluded.contradicted,
                  reason = excluded.reason, next_attempt = excluded.next_attempt
                """)
            .param(state.place())
            .param(state.keptRound())
            .param(state.failures())
            .param(timestamp(state.failingSince()))
            .param(state.contradicted())
            .param(state.reason())
            .param(timestamp(state.nextAttempt()))
            .update();
  }

  void anchored(long size, String kind, String place, byte[] receipt, Instant at) {
    int unused =
        jdbc.sql(
                """
                insert into ledger_anchor (size, kind, place, receipt, anchored_at)
                values (?, ?, ?, ?, ?)
                """)
            .params(size, kind, place, receipt, Timestamp.from(at))
            .update();
  }

  Map<String, LastKept> lastKept() {
    Map<String, LastKept> last = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (place) place, size, anchored_at from ledger_anchor
            order by place, anchor desc
            """)
        .query((row, number) ->
            Map.entry(
                row.getString("place"),
                new LastKept(row.getLong("size"), row.getTimestamp("anchored_at").toInstant())))
        .list()
        .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
    return last;
  }

  /** The checkpoint beyond a size that so many of these places keep: the largest one. */
  Optional<LastKept> anchored(long beyond, Collection<String> kindsAndPlaces, int required) {
    return anchored(beyond, kindsAndPlaces, required, "desc");
  }

  /** The same, but the smallest one. */
  Optional<LastKept> firstAnchored(long beyond, Collection<String> kindsAndPlaces, int required) {
    return anchored(beyond, kindsAndPlaces, required, "asc");
  }

  private Optional<LastKept> anchored(
      long beyond, Collection<String> kindsAndPlaces, int required, String order) {
    return jdbc.sql(
            """
            select size, max(anchored_at) as at from ledger_anchor
            where size > ? and kind || ' ' || place = any(?)
            group by size having count(distinct place) >= ? order by size %s limit 1
            """
                .formatted(order))
        .params(beyond, kindsAndPlaces.toArray(String[]::new), required)
        .query(
            (row, number) -> new LastKept(row.getLong("size"), row.getTimestamp("at").toInstant()))
        .optional();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
