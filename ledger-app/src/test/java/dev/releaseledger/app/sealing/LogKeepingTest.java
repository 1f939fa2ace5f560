package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.sealing.LiveReport.Outcome;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.app.store.Tampering;
import dev.releaseledger.domain.access.AccessCommand.GrantRole;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.domain.log.LogCommand.ContinueLog;
import dev.releaseledger.domain.log.LogCommand.RotateKey;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.KeyExchange;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory.Span;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Which keys sign the log when, and that it ends where it is said to end. */
@PostgresTest
class LogKeepingTest {

  private static final String ADMIN = "act_admin";

  private TestDatabase database;
  private RunningLedger service;
  private RecordedEvents events;
  private LogKeeping keeping;
  private LogKeys keys;
  private TransparencyLog log;

  @BeforeEach
  void start(TestDatabase its) {
    database = its;
    service = RunningLedger.on(its, "node-1");
    events = new RecordedEvents(service.jdbc());
    keeping = service.the(LogKeeping.class);
    keys = service.the(LogKeys.class);
    log = service.the(TransparencyLog.class);
    grow();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private long grow() {
    events.add(3);
    return seal();
  }

  private long seal() {
    return service.the(Sealer.class).seal().orElseThrow();
  }

  private List<VerifierKey> signers(long size) {
    List<VerifierKey> all = log.keys().stream().map(Span::key).toList();
    return log.at(size).orElseThrow().note().verify(all).orThrow().stream()
        .map(Signed::key)
        .toList();
  }

  /** The keys as an instance of the service finds them that starts now. */
  private LogKeys keysAsOnDisk() {
    return new LogKeys(service.the(LedgerSettings.class), service.the(Origin.class));
  }

  private Sealer restarted() {
    return new Sealer(
        new LogTables(service.jdbc()),
        new StoredTiles(service.jdbc()),
        new LogAuthority(new LogTables(service.jdbc()), keysAsOnDisk()),
        service.the(Origin.class),
        service.jdbc(),
        new JdbcTransactionManager(service.connections()),
        Clock.systemUTC());
  }

  private static String slug(Throwable thrown) {
    return ((Refused) thrown).refusal().slug();
  }

  private void requireLive() {
    assertThat(service.the(LiveVerification.class).run(List.of()).outcomes())
        // The events that are put in here have numbers of their own.
        .filteredOn(outcome -> outcome.check() != LiveReport.Check.ORDER)
        .allSatisfy(outcome -> assertThat(outcome.failures()).as("%s", outcome).isZero());
  }

  @Test
  void both_keys_sign_while_one_replaces_the_other_and_then_the_new_one_alone() {
    VerifierKey old = log.verifierKey();
    long before = log.latest().orElseThrow().size();
    long unused = keeping.rotate(null, "yearly", ADMIN);
    VerifierKey added = log.verifierKey();
    long overlap = grow();
    unused = keeping.retire(null, ADMIN);
    long after = grow();

    assertThat(added).isNotEqualTo(old);
    assertThat(signers(before)).containsExactly(old);
    assertThat(signers(before + 1)).containsExactly(old, added);
    assertThat(signers(overlap)).containsExactly(old, added);
    assertThat(signers(overlap + 1)).containsExactly(added);
    assertThat(signers(after)).containsExactly(added);
    assertThat(log.keys())
        .containsExactly(
            new Span(old, 0, Optional.of(overlap)), new Span(added, before + 1, Optional.empty()));
    requireLive();
  }

  @Test
  void the_leaf_of_a_rotation_is_of_a_kind_of_its_own_and_names_both_keys() {
    long position = keeping.rotate(null, "yearly", ADMIN);

    TransparencyLog.Entry entry = log.at(List.of(position)).getFirst();
    assertThat(new String(entry.leaf(), StandardCharsets.UTF_8))
        .contains("\"kind\":\"key-rotation\"");
    assertThat(log.history().changes())
        .singleElement()
        .satisfies(change -> {
          LogChange.Rotated rotated = (LogChange.Rotated) change;
          assertThat(rotated.index()).isEqualTo(entry.index());
          assertThat(rotated.key()).isEqualTo(log.verifierKey());
        });
  }

  @Test
  void a_second_rotation_waits_for_the_end_of_the_first_and_leaves_no_key_behind()
      throws IOException {
    long unused = keeping.rotate(null, null, ADMIN);
    long files = keyFiles();

    assertThatThrownBy(() -> keeping.rotate(null, null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("rotation-open"));
    assertThat(keyFiles()).isEqualTo(files);
  }

  private long keyFiles() throws IOException {
    try (Stream<Path> all = Files.list(keys.beside(log.verifierKey().id()).getParent())) {
      return all.filter(it -> it.getFileName().toString().endsWith(".key")).count();
    }
  }

  @Test
  void a_key_that_an_operator_has_brought_has_to_be_there() throws IOException {
    SignerKey brought = keys.draw();
    String text = brought.verifier().text();
    Files.move(keys.beside(brought.verifier().id()), keys.beside(log.verifierKey().id()));
    LogKeys forgetful = keysAsOnDisk();

    assertThat(forgetful.signer(brought.verifier())).isEmpty();
    Files.move(keys.beside(log.verifierKey().id()), keys.beside(brought.verifier().id()));
    long unused = keeping.rotate(text, null, ADMIN);
    assertThat(log.verifierKey()).isEqualTo(brought.verifier());
  }

  @Test
  void a_key_that_is_nowhere_does_not_sign() {
    VerifierKey unknown =
        new SignerKey(log.origin(), KeyType.ED25519, Ed25519Secret.of(new byte[32])).verifier();

    assertThatThrownBy(() -> keeping.rotate(unknown.text(), null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("log-key-missing"));
    assertThat(log.history().changes()).isEmpty();
  }

  @Test
  void a_service_that_is_restarted_between_the_event_and_its_leaf_signs_as_the_event_says()
      throws IOException {
    VerifierKey old = log.verifierKey();
    SignerKey drawn = keys.draw();
    long unused =
        service
            .ledger()
            .record(
                new RotateKey(
                    log.origin(),
                    old.text(),
                    drawn.verifier().text(),
                    3,
                    KeyExchange.sign(keys.first(), drawn).written(),
                    null,
                    ADMIN,
                    Instant.now()));

    long size = restarted().seal().orElseThrow();

    assertThat(signers(size)).containsExactly(old, drawn.verifier());
  }

  @Test
  void an_instance_without_the_new_key_signs_nothing_and_spoils_nothing() throws IOException {
    long unused = keeping.rotate(null, null, ADMIN);
    Path file = keys.beside(log.verifierKey().id());
    Path away = file.resolveSibling("away");
    Files.move(file, away);
    events.add(2);
    Sealer without = restarted();

    assertThatThrownBy(without::seal).isInstanceOf(IllegalStateException.class);
    Files.move(away, file);
    long size = seal();
    assertThat(signers(size)).hasSize(2);
    requireLive();
  }

  @Test
  void a_retired_key_may_be_removed_from_the_disk() throws IOException {
    long unused = keeping.rotate(null, null, ADMIN);
    unused = keeping.retire(null, ADMIN);
    Path first = keys.beside(log.verifierKey().id()).resolveSibling("log.key");
    Files.delete(first);
    LogKeys restarted = keysAsOnDisk();
    LogAuthority authority = new LogAuthority(new LogTables(service.jdbc()), restarted);

    assertThat(authority.signersAt(grow())).hasSize(1);
    assertThat(first).doesNotExist();
  }

  @Test
  void a_made_up_past_does_not_lead_to_the_key_of_the_service() throws SQLException {
    long unused = keeping.rotate(null, null, ADMIN);
    Tampering.with(
        database,
        "update ledger_event set payload = replace(payload, 'key exchange', 'key of another')"
            + " where name = 'log-key-rotated'");

    List<Outcome> outcomes = service.the(LiveVerification.class).run(List.of()).outcomes();
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.check() == LiveReport.Check.ROOT)
        .singleElement()
        .satisfies(outcome ->
            assertThat(outcome.examples())
                .anyMatch(it -> it.contains("have not vouched for each other")));
  }

  @Test
  void a_frozen_log_ends_with_a_checkpoint_that_has_the_freeze() {
    SignedCheckpoint last = log.latest().orElseThrow();
    long position = keeping.freeze(log.origin(), false, "the end", ADMIN);

    SignedCheckpoint end = log.latest().orElseThrow();
    assertThat(end.size()).isEqualTo(last.size() + 1);
    assertThat(log.indexOf(position)).contains(last.size());
    assertThat(signers(end.size())).containsExactly(log.verifierKey());
    assertThat(log.history().frozen())
        .hasValueSatisfying(frozen -> {
          assertThat(frozen.size()).isEqualTo(last.size());
          assertThat(frozen.root()).isEqualTo(last.root());
          assertThat(frozen.believedSize()).isEqualTo(end.size());
        });
    requireLive();
  }

  @Test
  void where_the_key_is_out_nothing_is_believed_behind_what_others_keep() {
    SignedCheckpoint last = log.latest().orElseThrow();
    long unused = keeping.freeze(log.origin(), true, "the key is out", ADMIN);

    assertThat(log.history().frozen().orElseThrow().believedSize()).isEqualTo(last.size());
  }

  @Test
  void a_log_is_frozen_by_who_names_it() {
    assertThatThrownBy(() -> keeping.freeze("another", false, null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("invalid-value"));
    assertThat(service.ledger().isFrozen()).isFalse();
  }

  @Test
  void a_log_is_not_frozen_between_a_start_and_its_outcome() {
    insert("start-1", "apply-started", "rol_1");
    insert("start-2", "apply-started", "rol_2");
    insert("end-2", "release-advanced", "rol_2");

    assertThatThrownBy(() -> keeping.freeze(log.origin(), false, null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("applies-running"))
        .hasMessageContaining("rol_1")
        .hasMessageNotContaining("rol_2");
    insert("end-1", "apply-failed", "rol_1");

    assertThat(keeping.freeze(log.origin(), false, null, ADMIN)).isPositive();
  }

  /** As another instance of the service records it, just now. */
  private void insert(String id, String name, String rollout) {
    service
        .jdbc()
        .sql(
            """
            insert into ledger_event
              (event_id, stream, stream_sequence, stream_type, recorded_at, name, payload, metadata)
            values (?, ?, 0, 'Thing', '2026-11-29T10:00:00.000Z', ?, ?, '{}')
            """)
        .params(id, "thing:" + id, name, "{\"rollout\":\"" + rollout + "\"}")
        .update();
  }

  @Test
  void nothing_is_recorded_behind_a_freeze() {
    long unused = keeping.freeze(log.origin(), false, null, ADMIN);
    SignedCheckpoint end = log.latest().orElseThrow();

    assertThat(service.ledger().isFrozen()).isTrue();
    assertThatThrownBy(() ->
            service
                .ledger()
                .record(
                    new GrantRole(
                        "bnd_1",
                        Subject.actor("act_1"),
                        "reader",
                        Scope.EVERYWHERE,
                        null,
                        ADMIN,
                        Instant.now())))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("log-frozen"));
    assertThatThrownBy(() -> keeping.freeze(log.origin(), false, null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("log-frozen"));
    assertThatThrownBy(() -> keeping.rotate(null, null, ADMIN))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("log-frozen"));
    assertThatThrownBy(() -> events.add(1)).isInstanceOf(DataAccessException.class);
    assertThat(seal()).isEqualTo(end.size());
  }

  @Test
  void an_event_that_somebody_forces_behind_a_freeze_is_not_sealed() throws SQLException {
    long unused = keeping.freeze(log.origin(), false, null, ADMIN);
    long size = log.latest().orElseThrow().size();
    Tampering.with(
        database,
        "alter table ledger_event disable trigger refuse_when_frozen",
        "set local session_replication_role = origin",
        "insert into ledger_event (event_id, stream, stream_sequence, stream_type, recorded_at,"
            + " name, payload, metadata) values ('forced', 'thing:x', 0, 'Thing',"
            + " '2026-11-29T10:00:00.000Z', 'thing-happened', '{}', '{}')",
        "set constraints all immediate");

    assertThatThrownBy(this::seal)
        .isInstanceOfSatisfying(
            BrokenLog.class, broken -> assertThat(broken.what()).contains("frozen"));
    assertThat(log.latest().orElseThrow().size()).isEqualTo(size);
  }

  @Test
  void a_log_that_has_begun_does_not_go_on_from_another() {
    long unused = keeping.rotate(null, null, ADMIN);
    Checkpoint end = new Checkpoint("another.example/log", 7, log.latest().orElseThrow().root());

    assertThatThrownBy(() ->
            service
                .ledger()
                .record(
                    new ContinueLog(
                        end.origin(), end.size(), end.root().base64(), ADMIN, Instant.now())))
        .satisfies(thrown -> assertThat(slug(thrown)).isEqualTo("log-has-begun"));
  }
}
