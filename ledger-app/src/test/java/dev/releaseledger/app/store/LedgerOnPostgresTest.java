package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@PostgresTest
class LedgerOnPostgresTest {

  private static RunningLedger one;
  private static RunningLedger two;

  @BeforeAll
  static void start(TestDatabase database) {
    one = RunningLedger.on(database, "node-1");
    two = RunningLedger.on(database, "node-2");
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  private static Operator operator(RunningLedger on, String project) {
    return new Operator(on.ledger(), project, "prod");
  }

  @Test
  void a_recording_answers_with_the_position_of_its_last_event() {
    Operator operator = operator(one, "position");
    operator.create(0);

    long position = operator.freeze("stop");

    assertThat(row(position)).isEqualTo("environment-frozen");
    assertThat(one.ledger().positionOf(operator.id())).isEqualTo(position);
  }

  @Test
  void a_refusal_records_nothing() {
    Operator operator = operator(one, "refusal");
    long before = operator.create(0);

    assertThatThrownBy(() -> operator.approve("rol_none", Operator.BOB))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new UnknownRollout("rol_none")));
    assertThat(one.ledger().positionOf(operator.id())).isEqualTo(before);
  }

  @Test
  void what_does_not_exist_has_no_state() {
    assertThat(one.ledger().environment(new EnvironmentId("nowhere", "prod"))).isEmpty();
  }

  @Test
  void environments_are_listed_as_they_were_created() {
    Operator first = operator(one, "listed1");
    Operator second = operator(one, "listed2");
    first.create(0);
    second.create(0);

    assertThat(one.ledger().environments()).containsSubsequence(first.id(), second.id());
  }

  @Test
  void an_environment_is_created_once() {
    Operator operator = operator(one, "twice");
    operator.create(0);

    assertThatThrownBy(() -> operator.create(0))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void a_project_is_created_once() {
    CreateProject create =
        new CreateProject("once", "/srv/x.git", Operator.at("schema"), "act_1", Operator.BEGIN);
    one.ledger().record(create);

    assertThatThrownBy(() -> one.ledger().record(create))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void the_second_event_at_a_place_in_a_stream_is_a_conflict() {
    Operator operator = operator(one, "conflict");
    operator.create(0);
    operator.freeze("first");
    EnvironmentFrozen event =
        new EnvironmentFrozen("conflict", "prod", "stop", "act_1", Operator.BEGIN);
    var second =
        new GenericDomainEventMessage<>("EnvironmentAggregate", operator.id().stream(), 1, event);

    assertThatThrownBy(() -> one.the(EventStorageEngine.class).appendEvents(second))
        .isExactlyInstanceOf(ConcurrencyException.class);
  }

  @Test
  void a_decision_overtaken_by_another_instance_is_made_again() {
    Operator here = operator(one, "overtaken");
    Operator there = operator(two, "overtaken");
    here.create(1);
    // Both hold the stream as it is now.
    here.freeze("here");
    there.unfreeze();

    here.propose("rol_overtaken", "fp:a", "fp:b", Operator.ALICE);

    assertThat(
            one.jdbc()
                .sql("select name from ledger_event where stream = ? order by stream_sequence")
                .param(here.id().stream())
                .query(String.class)
                .list())
        .isEqualTo(
            List.of(
                "environment-created",
                "environment-frozen",
                "environment-unfrozen",
                "plan-proposed"));
  }

  @Test
  void who_waits_for_a_write_reads_it() {
    Operator operator = operator(one, "own");
    operator.create(0);
    ProjectionProgress progress = one.the(ProjectionProgress.class);
    for (int i = 0; i < 25; i++) {
      long position = operator.freeze("reason " + i);

      assertThat(awaited(position)).isTrue();
      assertThat(one.the(Environments.class).one("own", "prod"))
          .map(EnvironmentRow::freezeReason)
          .hasValue("reason " + i);
    }
    assertThat(progress.names())
        .containsExactly(
            "approvals",
            "drift",
            "environments",
            "policies",
            "releases",
            "rollouts",
            "schemahistory",
            "timeline",
            "touched");
  }

  @Test
  void waiting_for_what_never_comes_ends() {
    assertThat(one.the(ProjectionProgress.class).await(Long.MAX_VALUE, Duration.ofMillis(20)))
        .isFalse();
  }

  @Test
  void there_is_no_projection_of_an_unknown_name() {
    assertThatThrownBy(() -> one.the(ProjectionProgress.class).rebuild("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  private static boolean awaited(long position) {
    return one.the(ProjectionProgress.class).await(position, Duration.ofSeconds(20));
  }

  private static String row(long position) {
    return one.jdbc()
        .sql("select name from ledger_event where position = ?")
        .param(position)
        .query(String.class)
        .single();
  }
}
