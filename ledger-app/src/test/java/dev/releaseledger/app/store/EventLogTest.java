package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger read in order: an environment that was created, frozen and unfrozen. */
@PostgresTest
class EventLogTest {

  private static RunningLedger service;
  private static EventLog log;
  private static Operator operator;
  private static long created;
  private static long frozen;
  private static long unfrozen;

  @BeforeAll
  static void start(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    log = service.the(EventLog.class);
    operator = new Operator(service.ledger(), "shop", "prod");
    created = operator.create(0);
    frozen = operator.freeze("stop");
    unfrozen = operator.unfreeze();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Instant at(long position) {
    try {
      JsonNode payload = new ObjectMapper().readTree(log.payloads(List.of(position)).get(position));
      return Instant.parse(payload.path("at").asText());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void events_come_in_order_as_values_and_as_stored() {
    List<Recorded> all = log.after(0, 10);

    assertThat(all)
        .extracting(Recorded::name)
        .containsExactly("environment-created", "environment-frozen", "environment-unfrozen");
    assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    assertThat(log.payloads(List.of(all.get(1).position())).values().toString())
        .contains("\"reason\":\"stop\"");
    assertThat(all.get(1).event())
        .hasFieldOrPropertyWithValue("reason", "stop")
        .isInstanceOf(EventTypes.byName().get("environment-frozen"));
    assertThat(log.last()).isEqualTo(unfrozen);
  }

  @Test
  void a_reader_goes_on_behind_a_position_and_stops_where_it_is_told() {
    List<Long> read = new ArrayList<>();

    log.each(created, frozen, event -> read.add(event.position()));

    assertThat(read).containsExactly(frozen);
    assertThat(log.after(created, 1)).extracting(Recorded::position).containsExactly(frozen);
    assertThat(log.named("environment-frozen", unfrozen))
        .extracting(Recorded::position)
        .containsExactly(frozen);
    assertThat(log.named("environment-frozen", created)).isEmpty();
    assertThat(log.ofStream(operator.id().stream(), frozen))
        .extracting(Recorded::position)
        .containsExactly(created, frozen);
  }

  @Test
  void a_reader_gets_the_events_of_the_names_it_asks_for_as_values() {
    List<Recorded> frozenOnly = new ArrayList<>();
    List<Recorded> none = new ArrayList<>();

    log.each(0, unfrozen, List.of("environment-frozen"), frozenOnly::add);
    log.each(0, unfrozen, List.of(), none::add);

    assertThat(frozenOnly).isEqualTo(log.named("environment-frozen", unfrozen));
    assertThat(none).isEmpty();
  }

  @Test
  void a_reader_that_gives_up_leaves_nothing_behind() {
    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(() ->
              log.each(
                  0,
                  unfrozen,
                  event -> {
                    throw new IllegalArgumentException("seen enough");
                  }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("seen enough");
    }
    List<Recorded> read = new ArrayList<>();

    log.each(0, unfrozen, read::add);

    assertThat(read).isEqualTo(log.after(0, 10));
  }

  @Test
  void an_instant_is_the_position_of_what_had_happened_by_then() {
    assertThat(log.at(at(frozen))).isEqualTo(frozen);
    assertThat(log.at(at(frozen).minusNanos(1000))).isEqualTo(created);
    assertThat(log.at(at(created).minusSeconds(1))).isZero();
    assertThat(log.at(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(unfrozen);
  }

  @Test
  void payloads_are_found_by_position() {
    assertThat(log.payloads(List.of(created, unfrozen))).containsOnlyKeys(created, unfrozen);
    assertThat(log.one(unfrozen + 1)).isEmpty();
  }

  @Test
  void every_event_ends_with_when_it_happened_which_is_what_the_index_reads() {
    assertThat(EventTypes.byName().values())
        .allSatisfy(type -> {
          var components = Objects.requireNonNull(type.getRecordComponents());
          assertThat(components[components.length - 1].getName()).isEqualTo("at");
        });
  }
}
