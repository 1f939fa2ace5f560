package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.sealing.LiveReport.Check;
import dev.releaseledger.app.sealing.LiveReport.Outcome;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.app.store.Tampering;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What somebody can do who administers the database or has stolen the key of the log, done to a
 * ledger of ten events that was anchored at 4, 8 and 10, and of which somebody has kept the
 * checkpoint of 8. Positions have a gap behind the fifth event.
 */
@PostgresTest
class AttackTest {

  private static final Instant BEGIN = Instant.parse("2026-11-29T10:00:00Z");

  private TestDatabase database;
  private RunningLedger service;
  private JdbcClient jdbc;
  private Note held;

  @BeforeEach
  void sealTenEvents(TestDatabase given) {
    database = given;
    service = RunningLedger.on(database, "node-1");
    jdbc = service.jdbc();
    Map<Integer, Note> notes = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      if (i == 5) {
        long unused = jdbc.sql("select nextval('ledger_position')").query(Long.class).single();
      }
      record("thing:1", i, at(i));
      if (Set.of(3, 7, 9).contains(i)) {
        seal(service.the(LogAuthority.class));
        anchor(i + 1, at(i).plusSeconds(30));
        notes.put(i + 1, latest().note());
      }
    }
    held = Objects.requireNonNull(notes.get(8));
    assertThat(noticed()).isEmpty();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static Instant at(int minute) {
    return BEGIN.plus(Duration.ofMinutes(minute));
  }

  private void record(String stream, long sequence, Instant at) {
    int unused =
        jdbc.sql(
                """
                insert into ledger_event (event_id, stream, stream_sequence, stream_type,
                  recorded_at, name, payload, metadata)
                values (?, ?, ?, 'Thing', ?, 'thing-happened', ?, '{}')
                """)
            .params(
                stream + "/" + sequence,
                stream,
                sequence,
                at.toString(),
                "{\"n\":" + sequence + "}")
            .update();
  }

  private void anchor(long size, Instant at) {
    int unused =
        jdbc.sql(
                """
                insert into ledger_anchor (size, kind, place, receipt, anchored_at)
                values (?, 'test', 'here', '', ?)
                """)
            .params(size, Timestamp.from(at))
            .update();
  }

  private SignedCheckpoint latest() {
    return service.the(TransparencyLog.class).latest().orElseThrow();
  }

  private void seal(LogAuthority authority) {
    Optional<Long> unused =
        new Sealer(
                new LogTables(jdbc),
                new StoredTiles(jdbc),
                authority,
                service.the(Origin.class),
                jdbc,
                new JdbcTransactionManager(service.connections()),
                Clock.systemUTC())
            .seal();
  }

  private void tamper(String... statements) {
    try {
      Tampering.with(database, statements);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Set<Check> noticed() {
    return service.the(LiveVerification.class).run(List.of(held)).outcomes().stream()
        .filter(it -> it.failures() > 0)
        .map(Outcome::check)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
  }

  private Set<Check> noticedWithoutTheCheckpointKept() {
    Set<Check> noticed = noticed();
    noticed.remove(Check.HELD);
    return noticed;
  }

  private static final String LEAF_MADE_ANEW =
      """
      update ledger_leaf set leaf = made.leaf, leaf_hash = sha256('\\x00'::bytea || made.leaf)
      from (select ledger_leaf_of(event) as leaf from ledger_event event
        where event_id = 'thing:1/2') made
      where position = (select position from ledger_event where event_id = 'thing:1/2')
      """;
  private static final String EDIT =
      "update ledger_event set payload = '{\"n\":0}' where event_id = 'thing:1/2'";
  private static final String FORGET_WHAT_WAS_SIGNED =
      "delete from ledger_checkpoint; delete from ledger_tile; delete from ledger_sequence";

  @Test
  void editing_a_payload() {
    tamper(EDIT);

    assertThat(noticed()).contains(Check.ROW);
  }

  @Test
  void editing_a_payload_and_its_leaf() {
    tamper(EDIT, LEAF_MADE_ANEW);

    assertThat(noticed()).containsExactly(Check.ROOT, Check.HELD);
  }

  @Test
  void deleting_a_row() {
    tamper("delete from ledger_event where event_id = 'thing:1/2'");

    assertThat(noticed()).contains(Check.BIJECTION);
  }

  @Test
  void deleting_a_row_and_its_leaf_and_its_place() {
    tamper(
        "delete from ledger_sequence where position = 3",
        "delete from ledger_leaf where position = 3",
        "delete from ledger_event where position = 3",
        "update ledger_sequence set leaf_index = leaf_index - 1 where leaf_index > 2");

    assertThat(noticed()).containsExactly(Check.ORDER, Check.ROOT, Check.HELD);
  }

  @Test
  void cutting_off_the_tail() {
    tamper(tailFrom(6));

    assertThat(noticed()).containsExactly(Check.ROOT, Check.HELD);
  }

  private static String tailFrom(int index) {
    return """
    delete from ledger_leaf where position in
      (select position from ledger_sequence where leaf_index >= %1$d);
    delete from ledger_event where position in
      (select position from ledger_sequence where leaf_index >= %1$d);
    delete from ledger_sequence where leaf_index >= %1$d
    """
        .formatted(index);
  }

  @Test
  void cutting_off_the_tail_and_what_was_signed_of_it() {
    tamper(
        tailFrom(6),
        "delete from ledger_checkpoint where size > 6",
        "delete from ledger_anchor where size > 6");

    assertThat(noticed()).containsExactly(Check.HELD);
  }

  @Test
  void putting_a_row_into_a_gap() {
    tamper(
        "set local session_replication_role = origin",
        gap("thing:9", 0, at(5)),
        "set constraints all immediate");

    assertThat(noticed()).containsExactly(Check.BIJECTION);
  }

  private static String gap(String stream, int sequence, Instant at) {
    return """
    insert into ledger_event (position, event_id, stream, stream_sequence, stream_type,
      recorded_at, name, payload, metadata)
    values (6, '%1$s/%2$d', '%1$s', %2$d, 'Thing', '%3$s', 'thing-happened', '{}', '{}')
    """
        .formatted(stream, sequence, at);
  }

  @Test
  void sealing_a_row_in_a_gap_late_with_an_old_date() {
    tamper(
        "set local session_replication_role = origin",
        gap("thing:9", 0, at(5)),
        "insert into ledger_sequence (leaf_index, position) values (10, 6)",
        "set constraints all immediate");
    LeafHashes hashes = new LeafHashes();
    TransparencyLog log = service.the(TransparencyLog.class);
    log.entries(0, 11).forEach(entry -> hashes.append(MerkleHash.leaf(entry.leaf())));
    Checkpoint said = new Checkpoint(log.origin(), 11, hashes.tree().root());
    new LogTables(jdbc)
        .keep(11, said.root(), said.sign(service.the(LogKeys.class).first()), Instant.now());

    assertThat(noticed()).contains(Check.TIME, Check.ORDER);
  }

  @Test
  void recording_an_approval_with_an_old_date() {
    record("thing:1", 10, at(1));
    seal(service.the(LogAuthority.class));

    assertThat(noticed()).containsExactly(Check.TIME);
  }

  @Test
  void changing_the_order_of_leaves() {
    tamper(
        "update ledger_sequence set leaf_index = -1 where leaf_index = 2",
        "update ledger_sequence set leaf_index = 2 where leaf_index = 3",
        "update ledger_sequence set leaf_index = 3 where leaf_index = -1");

    assertThat(noticed()).containsExactly(Check.ORDER);
  }

  @Test
  void restoring_an_old_backup_and_going_on() {
    tamper(
        tailFrom(4),
        "delete from ledger_checkpoint where size > 4",
        "delete from ledger_anchor where size > 4");
    for (int i = 4; i < 10; i++) {
      record("thing:1", i, at(20 + i));
    }
    seal(service.the(LogAuthority.class));

    assertThat(noticedWithoutTheCheckpointKept()).isEmpty();
    assertThat(noticed()).containsExactly(Check.HELD);
  }

  @Test
  void rewriting_everything_with_the_stolen_key() {
    tamper(EDIT, LEAF_MADE_ANEW, FORGET_WHAT_WAS_SIGNED);
    seal(service.the(LogAuthority.class));

    assertThat(noticedWithoutTheCheckpointKept()).isEmpty();
    assertThat(noticed()).containsExactly(Check.HELD);
  }

  @Test
  void rewriting_everything_with_another_key(@TempDir Path folder) {
    tamper(EDIT, LEAF_MADE_ANEW, FORGET_WHAT_WAS_SIGNED);
    seal(
        new LogAuthority(
            new LogTables(jdbc),
            new LogKeys(TestSettings.with(folder, Map.of()), service.the(Origin.class))));

    assertThat(noticed()).containsExactly(Check.ROOT, Check.HELD);
  }

  @Test
  void changing_a_tile() {
    tamper("insert into ledger_tile (level, tile, width, hashes) values (1, 0, 1, sha256(''))");

    assertThat(noticed()).containsExactly(Check.TILES);
  }

  @Test
  void changing_an_artifact() {
    tamper("insert into artifact (digest, kind, content) values (repeat('0', 64), 'plan', 'drop')");

    assertThat(noticed()).containsExactly(Check.ARTIFACTS);
  }
}
