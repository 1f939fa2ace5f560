package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the ledger has about one rollout, among all that happened to its environment. */
@PostgresTest
class RolloutInTheLogTest {

  private static RunningLedger service;
  private static EventLog log;
  private static Operator operator;

  @BeforeAll
  static void start(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    log = service.the(EventLog.class);
    operator = new Operator(service.ledger(), "shop", "prod");
    operator.create(0);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void of_a_rollout_there_is_all_that_is_about_it_and_beside_it_what_is_asked_for() {
    long frozen = operator.freeze("stop");
    operator.unfreeze();
    long released = operator.rollOut("rol_mine", "fp:a", "fp:b");
    operator.rollOut("rol_other", "fp:b", "fp:c");
    operator.freeze("it is \"rollout\":\"rol_mine\" that stops");

    List<Recorded> found =
        log.ofRollout(operator.id().stream(), "rol_mine", List.of("environment-frozen"));

    assertThat(found).isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    assertThat(found).extracting(Recorded::position).contains(frozen, released);
    assertThat(found)
        .filteredOn(event -> !event.name().equals("environment-frozen"))
        .hasSizeGreaterThan(3)
        .allSatisfy(event ->
            assertThat(Dossier.rolloutOf((EnvironmentEvent) event.event())).isEqualTo("rol_mine"))
        .extracting(Recorded::name)
        .contains("plan-proposed", "statement-applied", "release-advanced");
    assertThat(log.ofRollout(operator.id().stream(), "rol_mine", List.of()))
        .hasSize(found.size() - 2);
    assertThat(log.ofRollout("environment:shop/dev", "rol_mine", List.of())).isEmpty();
    assertThat(log.ofRollout(operator.id().stream(), "rol_mine", List.of()))
        .isEqualTo(
            log.ofStream(operator.id().stream(), Long.MAX_VALUE).stream()
                .filter(
                    event -> "rol_mine".equals(Dossier.rolloutOf((EnvironmentEvent) event.event())))
                .toList());
  }
}
