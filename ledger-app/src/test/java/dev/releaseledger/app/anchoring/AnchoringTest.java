package dev.releaseledger.app.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.anchoring.AnchoringInstance.MovableClock;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.sealing.Sealer;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When which place is given which checkpoint, and what becomes of it. */
@PostgresTest
class AnchoringTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final StandInPlaces places = new StandInPlaces();
  private final MovableClock clock = new MovableClock();
  private RunningLedger ledger;
  private AnchoringInstance instance;
  private int events;

  @TempDir private Path data;

  @BeforeEach
  void start(TestDatabase database) throws IOException {
    ledger = RunningLedger.on(database, "node-1");
    Files.writeString(
        data.resolve("anchors.txt"), "git a /a main\ngit b /b main\ngit c /c main\nrequired 2\n");
    instance = new AnchoringInstance(ledger, data, places, clock, Map.of());
  }

  @AfterEach
  void stop() {
    instance.close();
    ledger.close();
  }

  @Test
  void every_place_gets_the_checkpoint_and_its_receipt_is_kept() {
    record("thing-happened", 3);

    instance.round();

    assertThat(receipts())
        .containsExactlyInAnyOrder(
            "3 git a: a keeps 3", "3 git b: b keeps 3", "3 git c: c keeps 3");
    assertThat(instance.count("a", "kept")).isEqualTo(1);
  }

  @Test
  void a_ledger_without_events_has_nothing_to_anchor() {
    instance.round();

    assertThat(receipts()).isEmpty();
  }

  @Test
  void what_is_recorded_within_the_hour_waits_for_the_next() {
    record("thing-happened", 3);
    instance.round();
    record("thing-happened", 1);

    instance.roundAfter(HOUR.minusSeconds(1));
    assertThat(places.asked("a")).containsExactly(3L);

    instance.roundAfter(Duration.ofSeconds(1));
    assertThat(places.asked("a")).containsExactly(3L, 4L);
  }

  @Test
  void a_quiet_ledger_is_anchored_once_a_day() {
    record("thing-happened", 3);
    instance.round();
    instance.roundAfter(Duration.ofHours(23));
    assertThat(places.asked("a")).hasSize(1);

    instance.roundAfter(HOUR);

    assertThat(places.asked("a")).containsExactly(3L, 3L);
    assertThat(receipts()).hasSize(6);
  }

  @Test
  void an_approval_does_not_wait_where_that_is_wanted() {
    try (AnchoringInstance eager =
        new AnchoringInstance(ledger, data, places, clock, Map.of("anchors.on-approval", "true"))) {
      record("thing-happened", 1);
      eager.round();
      record("thing-happened", 1);
      eager.round();
      assertThat(places.asked("a")).containsExactly(1L);

      record("plan-approved", 1);
      eager.round();
      eager.round();

      assertThat(places.asked("a")).containsExactly(1L, 3L);
    }
  }

  @Test
  void a_place_that_fails_holds_up_nobody_and_is_asked_again_later() {
    places.fails("b");
    record("thing-happened", 3);

    instance.round();
    instance.round();
    assertThat(places.asked("b")).containsExactly(3L);
    assertThat(places.asked("a")).containsExactly(3L);
    assertThat(instance.gauge("ledger.anchors.failing")).isEqualTo(1);

    places.keeps("b");
    instance.roundAfter(Duration.ofSeconds(31));

    assertThat(receipts()).hasSize(3);
    assertThat(places.asked("a")).containsExactly(3L);
    assertThat(instance.gauge("ledger.anchors.failing")).isZero();
  }

  @Test
  void a_place_that_goes_on_failing_is_asked_less_and_less() {
    places.fails("b");
    record("thing-happened", 3);
    for (int i = 0; i < 30; i++) {
      instance.roundAfter(Duration.ofMinutes(1));
    }

    assertThat(places.asked("b").size()).isBetween(4, 10);
    assertThat(instance.count("b", "failed")).isEqualTo(places.asked("b").size());
  }

  @Test
  void who_is_asked_again_late_is_given_the_newest_checkpoint() {
    places.fails("b");
    record("thing-happened", 3);
    instance.round();
    record("thing-happened", 1);
    places.keeps("b");

    instance.roundAfter(Duration.ofMinutes(10));

    // That the fourth was not there yet would be said of a time at which it was.
    assertThat(places.asked("b")).containsExactly(3L, 4L);
    assertThat(places.asked("a")).containsExactly(3L, 4L);
  }

  @Test
  void a_new_checkpoint_takes_the_place_of_one_that_could_not_be_given() {
    places.fails("b");
    record("thing-happened", 3);
    instance.round();
    record("thing-happened", 1);
    places.keeps("b");

    instance.roundAfter(HOUR);

    assertThat(places.asked("b")).containsExactly(3L, 4L);
  }

  @Test
  void a_log_is_anchored_where_as_many_places_as_demanded_keep_one_checkpoint() {
    AnchoredLog anchored = instance.the(AnchoredLog.class);
    places.fails("b");
    places.fails("c");
    record("thing-happened", 3);
    instance.round();
    assertThat(anchored.covering(0)).isEmpty();

    places.keeps("c");
    instance.roundAfter(Duration.ofSeconds(31));

    assertThat(anchored.covering(0)).contains(3L);
    assertThat(anchored.covering(2)).contains(3L);
    assertThat(anchored.covering(3)).isEmpty();
  }

  @Test
  void two_receipts_of_one_place_count_once() {
    places.fails("b");
    places.fails("c");
    record("thing-happened", 3);
    instance.round();
    instance.roundAfter(Duration.ofHours(24));

    assertThat(receipts()).containsExactly("3 git a: a keeps 3", "3 git a: a keeps 3");
    assertThat(instance.the(AnchoredLog.class).covering(0)).isEmpty();
  }

  @Test
  void receipts_of_places_that_are_no_longer_named_do_not_count() throws IOException {
    record("thing-happened", 3);
    instance.round();
    Files.writeString(data.resolve("anchors.txt"), "git a /a main\ngit d /d main\nrequired 2\n");

    try (AnchoringInstance other = new AnchoringInstance(ledger, data, places, clock, Map.of())) {
      assertThat(other.the(AnchoredLog.class).covering(0)).isEmpty();
      other.round();
      assertThat(other.the(AnchoredLog.class).covering(0)).contains(3L);
    }
  }

  @Test
  void a_place_that_contradicts_is_told_as_that() {
    places.answer("b", offered -> new Contradicted("it has another history"));
    record("thing-happened", 3);

    instance.round();

    assertThat(instance.gauge("ledger.anchors.contradicted")).isEqualTo(1);
    assertThat(instance.count("b", "contradicted")).isEqualTo(1);
    assertThat(detail("b"))
        .containsEntry("state", "contradicts")
        .containsEntry("reason", "it has another history");
  }

  @Test
  void health_tells_of_each_place_and_stays_up() {
    places.fails("b");
    record("thing-happened", 3);
    instance.round();

    var health = instance.the(AnchorHealth.class).health();

    assertThat(health.getStatus().getCode()).isEqualTo("UP");
    assertThat(health.getDetails())
        .containsEntry("required", 2)
        .containsEntry("anchoredSize", 3L)
        .containsEntry("anchoredAt", "2026-11-29T10:00:00Z");
    assertThat(detail("a")).containsEntry("state", "keeps").containsEntry("size", 3L);
    assertThat(detail("b"))
        .containsEntry("state", "fails")
        .containsEntry("failures", 1)
        .containsEntry("failingSince", "2026-11-29T10:00:00Z")
        .containsEntry("reason", "it is on holiday");
  }

  @Test
  void a_place_whose_adapter_is_broken_fails_like_any_other() {
    places.answer(
        "b",
        offered -> {
          throw new IllegalStateException("broken");
        });
    record("thing-happened", 3);

    instance.round();

    assertThat(receipts()).hasSize(2);
    assertThat(detail("b"))
        .containsEntry("reason", "it could not be given (IllegalStateException)");
  }

  @Test
  void sealing_goes_on_while_a_place_does_not_answer() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    Thread anchoring = anchoringUntil(answered, "late");
    record("thing-happened", 2);

    assertThat(ledger.the(Sealer.class).seal()).contains(5L);

    answered.countDown();
    anchoring.join();
    assertThat(receipts()).contains("3 git b: late");
  }

  @Test
  void while_one_instance_anchors_another_does_not() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    Thread anchoring = anchoringUntil(answered, "once");

    StandInPlaces others = new StandInPlaces();
    try (AnchoringInstance other = new AnchoringInstance(ledger, data, others, clock, Map.of())) {
      other.round();
      assertThat(others.asked("a")).isEmpty();
      answered.countDown();
      anchoring.join();
      other.round();
    }
    assertThat(others.asked("b")).isEmpty();
    assertThat(receipts()).hasSize(3);
  }

  @Test
  void a_service_that_restarts_goes_on_with_what_was_left() {
    places.fails("b");
    record("thing-happened", 3);
    instance.round();
    record("thing-happened", 1);
    clock.later(Duration.ofSeconds(31));

    StandInPlaces after = new StandInPlaces();
    try (AnchoringInstance restarted =
        new AnchoringInstance(ledger, data, after, clock, Map.of())) {
      restarted.round();
    }

    assertThat(after.asked("a")).isEmpty();
    assertThat(after.asked("b")).containsExactly(3L);
  }

  @Test
  void without_a_file_nothing_is_anchored() {
    try (AnchoringInstance none =
        new AnchoringInstance(ledger, data, places, clock, Map.of("anchors.file", ""))) {
      record("thing-happened", 3);
      none.round();

      assertThat(receipts()).isEmpty();
      assertThat(none.the(AnchorHealth.class).health().getDetails()).isEmpty();
    }
  }

  @Test
  void a_file_that_makes_no_sense_ends_the_start() throws IOException {
    Files.writeString(data.resolve("anchors.txt"), "git a /a main\n");

    assertThatThrownBy(() -> new AnchoringInstance(ledger, data, places, clock, Map.of()))
        .rootCause()
        .hasMessageContaining("anchors.txt: a line says how many places are required");
  }

  private void record(String name, int count) {
    for (int i = 0; i < count; i++) {
      events++;
      int unused =
          ledger
              .jdbc()
              .sql(
                  """
                  insert into ledger_event (event_id, stream, stream_sequence, stream_type,
                    recorded_at, name, payload, metadata)
                  values (?, 'thing:1', ?, 'Thing', '2026-11-29T10:00:00.000Z', ?, '{}', '{}')
                  """)
              .params("event-" + events, events, name)
              .update();
    }
  }

  private List<String> receipts() {
    return ledger
        .jdbc()
        .sql(
            "select size || ' ' || kind || ' ' || place || ': ' || convert_from(receipt, 'UTF8')"
                + " from ledger_anchor")
        .query(String.class)
        .list();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> detail(String place) {
    Map<String, Map<String, Object>> all =
        (Map<String, Map<String, Object>>)
            instance.the(AnchorHealth.class).health().getDetails().get("places");
    return all == null ? Map.of() : all.getOrDefault(place, Map.of());
  }

  /** Begins a round whose place b has been asked, and answers only then. */
  private Thread anchoringUntil(CountDownLatch answered, String receipt)
      throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    places.answer(
        "b",
        offered -> {
          asked.countDown();
          await(answered);
          return new Kept(receipt.getBytes(UTF_8));
        });
    record("thing-happened", 3);
    Thread anchoring = Thread.ofVirtual().start(instance::round);
    asked.await();
    return anchoring;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
