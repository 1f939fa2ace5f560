package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.app.store.Tampering;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The log over events that come as they like, sealed whenever and by whomever. */
@PostgresTest
class SealerTest {

  private TestDatabase database;
  private RunningLedger service;
  private JdbcClient jdbc;
  private RecordedEvents events;
  private TransparencyLog log;
  private SealedLog sealed;

  @BeforeEach
  void start(TestDatabase its) {
    database = its;
    service = RunningLedger.on(its, "node-1");
    jdbc = service.jdbc();
    events = new RecordedEvents(jdbc);
    log = service.the(TransparencyLog.class);
    sealed = new SealedLog(log, jdbc);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Sealer another(JdbcClient client, JdbcTransactionManager transactions) {
    return new Sealer(
        new LogTables(client),
        new StoredTiles(client),
        service.the(LogAuthority.class),
        service.the(Origin.class),
        client,
        transactions,
        Clock.systemUTC());
  }

  private Sealer another() {
    return another(jdbc, new JdbcTransactionManager(service.connections()));
  }

  @Test
  void an_event_has_its_leaf_when_it_is_committed_whatever_its_words() {
    events.add(
        "e-\"quoted\"\\and/slashed", "thing:\t\n\r\b\f\u0001\u001f\u007f", 0, "{\"ü\":\"☃ 😀\"}");
    events.add("e-\u2028\u00e9\uffff\ud83d\ude00", "thing:2", Long.MAX_VALUE >> 11, "");

    long size = another().seal().orElseThrow();

    assertThat(log.entries(0, size))
        .hasSize(2)
        .allSatisfy(entry -> {
          assertThat(Leaf.parse(entry.leaf()).orThrow()).isEqualTo(entry.event().leaf());
          assertThat(entry.leaf()).isEqualTo(entry.event().leaf().bytes());
        });
  }

  @Test
  void a_ledger_without_events_says_nothing() {
    assertThat(another().seal()).contains(0L);
    assertThat(log.latest()).isEmpty();
  }

  @Test
  void sealed_in_many_pieces_by_many_sealers_the_log_is_the_same() {
    long seed = System.nanoTime();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 25; round++) {
      events.add(random.nextInt(60));
      // Each reads the edge of the log anew.
      assertThat(another().seal()).as("seed %d", seed).isPresent();
    }

    sealed.requireInvariants();
    sealed.requireComplete();
  }

  @Test
  void what_is_not_sealed_at_once_is_sealed_in_the_next_round() {
    events.add(5200);

    assertThat(another().seal()).contains(5200L);

    sealed.requireInvariants();
    sealed.requireComplete();
  }

  @Test
  void every_event_is_proven_to_be_in_the_log() {
    events.add(600);
    another().seal();
    SignedCheckpoint latest = log.latest().orElseThrow();
    TrustPolicy policy =
        TrustPolicy.parse(
                ("log " + log.verifierKey() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8))
            .orThrow();

    List<TransparencyLog.Entry> entries = log.entries(0, latest.size());
    List<TlogProof> proofs =
        log.proofs(entries.stream().map(TransparencyLog.Entry::index).toList(), latest);

    for (int i = 0; i < entries.size(); i++) {
      assertThat(proofs.get(i).verify(entries.get(i).leaf(), policy).isGood()).isTrue();
    }
  }

  @Test
  void two_who_seal_at_once_make_one_log() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Callable<Boolean>> work =
          List.of(this::addSome, () -> sealOften(another()), () -> sealOften(another()));
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
    another().seal();

    sealed.requireInvariants();
    sealed.requireComplete();
  }

  private boolean addSome() {
    for (int i = 0; i < 60; i++) {
      events.add(11);
    }
    return true;
  }

  private static boolean sealOften(Sealer sealer) {
    for (int i = 0; i < 60; i++) {
      Optional<Long> unused = sealer.seal();
    }
    return true;
  }

  @Test
  void a_connection_lost_at_any_step_leaves_a_log_that_goes_on() {
    FaultyConnections faulty = new FaultyConnections(service.connections());
    Sealer sealer = another(JdbcClient.create(faulty), new JdbcTransactionManager(faulty));
    int steps = 0;
    do {
      events.add(150);
      steps++;
      faulty.breakAfter(steps);
      try {
        Optional<Long> unused = sealer.seal();
      } catch (RuntimeException e) {
        assertThat(e).hasStackTraceContaining("the connection is lost");
      }
      sealed.requireInvariants();
    } while (!faulty.held());
    assertThat(steps).isGreaterThan(10);
    sealed.requireComplete();
  }

  @Test
  void an_event_that_was_changed_before_it_was_sealed_stops_the_sealer() throws SQLException {
    events.add(3);
    tamper("update ledger_event set payload = '{\"n\":0}' where event_id = 'event-2'");

    assertThatThrownBy(another()::seal)
        .isInstanceOf(BrokenLog.class)
        .hasMessageContaining("the leaf at position 2 is not that of the event");
    assertThat(log.latest()).isEmpty();
  }

  @Test
  void a_leaf_that_was_changed_after_it_was_sealed_stops_the_next_sealer() throws SQLException {
    events.add(3);
    another().seal();
    tamper("update ledger_leaf set leaf_hash = sha256('') where position = 2");
    events.add(1);

    assertThatThrownBy(another()::seal)
        .isInstanceOf(BrokenLog.class)
        .hasMessageContaining("and was signed as");
  }

  @Test
  void a_log_that_was_cut_off_is_not_gone_on_with() throws SQLException {
    events.add(3);
    another().seal();
    tamper("delete from ledger_sequence where leaf_index = 2");

    assertThatThrownBy(another()::seal)
        .isInstanceOf(BrokenLog.class)
        .hasMessageContaining("the log has 2 leaves and was signed with 3");
  }

  /** Does what only an administrator of the database can do. */
  private void tamper(String sql) throws SQLException {
    Tampering.with(database, sql);
  }
}
