package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.projections.LiveTables;
import dev.releaseledger.projections.ViewTables;
import dev.releaseledger.projections.approvals.ApprovalInbox;
import dev.releaseledger.projections.approvals.WaitingPlan;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the views after any history: four environments of one, drawn from seeds. */
@PostgresTest
class ProjectionLawsTest {

  private static final int ENVIRONMENTS = 4;
  private static final int STEPS = 150;

  private static RunningLedger service;
  private static final List<Operator> OPERATORS = new ArrayList<>();

  @BeforeAll
  static void live(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    Ledger ledger = service.ledger();
    ledger.record(
        new CreateProject("shop", "/srv/shop.git", Operator.at("schema"), "act_1", Operator.BEGIN));
    for (int seed = 1; seed <= ENVIRONMENTS; seed++) {
      Operator operator = new Operator(ledger, "shop", "e" + seed);
      new RandomHistory(ledger, operator, seed).play(STEPS);
      OPERATORS.add(operator);
    }
    service.settle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void the_histories_say_something() {
    Map<String, List<String>> views = service.views();

    assertThat(views).hasSize(15);
    // Their plans are made up, so that nobody knows what they touch.
    assertThat(views.remove("view_touched")).isEmpty();
    assertThat(views.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
  }

  @Test
  void rebuilding_a_projection_changes_no_row() {
    Map<String, List<String>> before = service.views();
    ProjectionProgress progress = service.the(ProjectionProgress.class);

    progress.names().forEach(progress::rebuild);

    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void what_was_lost_is_there_again_after_a_rebuild() {
    Map<String, List<String>> before = service.views();
    before.keySet().forEach(table -> service.jdbc().sql("delete from " + table).update());
    ProjectionProgress progress = service.the(ProjectionProgress.class);

    progress.names().forEach(progress::rebuild);

    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void what_was_altered_is_right_again_after_a_rebuild() {
    Map<String, List<String>> before = service.views();
    service.jdbc().sql("update view_rollout set status = 'released'").update();

    service.the(ProjectionProgress.class).rebuild("rollouts");

    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void playing_every_event_once_more_changes_no_row() throws Exception {
    Map<String, List<String>> before = service.views();

    for (TrackedEventMessage<?> event : events()) {
      deliver(event);
    }

    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void delivering_every_event_twice_is_like_delivering_it_once() throws Exception {
    Map<String, List<String>> before = service.views();
    before.keySet().forEach(table -> service.jdbc().sql("delete from " + table).update());

    for (TrackedEventMessage<?> event : events()) {
      deliver(event);
      deliver(event);
    }

    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void the_views_and_the_decisions_agree_about_every_rollout() {
    Rollouts rollouts = service.the(Rollouts.class);

    for (Operator operator : OPERATORS) {
      for (Rollout rollout : service.environment(operator.id()).rollouts().values()) {
        assertThat(rollouts.one(rollout.id()))
            .hasValueSatisfying(row ->
                assertThat(row.status()).as(rollout.id()).isEqualTo(rollout.status().word()));
        assertThat(rollouts.approvals(rollout.id()))
            .extracting(approval -> approval.actor())
            .containsExactlyInAnyOrderElementsOf(rollout.approvers());
      }
    }
  }

  @Test
  void the_views_and_the_decisions_agree_about_every_environment() {
    Environments environments = service.the(Environments.class);

    for (Operator operator : OPERATORS) {
      Environment state = service.environment(operator.id());
      EnvironmentRow row = environments.one("shop", operator.id().environment()).orElseThrow();
      assertThat(row.release())
          .isEqualTo(state.current() == null ? null : state.current().release());
      assertThat(row.freezeReason()).isEqualTo(state.freezeReason());
      assertThat(row.drift().equals("drifted")).isEqualTo(state.drifted());
    }
  }

  @Test
  void exactly_the_undecided_plans_wait_for_approval() {
    List<WaitingPlan> waiting = service.the(ApprovalInbox.class).of("act_nobody");

    assertThat(waiting)
        .extracting(WaitingPlan::rollout)
        .containsExactlyInAnyOrderElementsOf(
            OPERATORS.stream()
                .flatMap(o -> service.environment(o.id()).rollouts().values().stream())
                .filter(rollout -> rollout.status().isUndecided())
                .map(Rollout::id)
                .toList());
    assertThat(waiting)
        .allSatisfy(plan ->
            assertThat(plan.approvalsGiven())
                .isEqualTo(service.the(Rollouts.class).approvals(plan.rollout()).size()));
  }

  @Test
  void the_timeline_has_a_line_for_every_event() {
    assertThat(service.views().get("view_timeline")).hasSize(events().size());
  }

  private static List<? extends TrackedEventMessage<?>> events() {
    return service.the(EventStorageEngine.class).readEvents(null, false).toList();
  }

  /** Hands an event to every projection, past the positions they have reached. */
  private static void deliver(TrackedEventMessage<?> event) throws Exception {
    ViewTables views = new LiveTables(service.jdbc());
    for (var projection : service.the(ProjectionCatalog.class).byName().values()) {
      Object projector = projection.projector().apply(views);
      var unitOfWork = DefaultUnitOfWork.startAndGet(event);
      new AnnotationEventHandlerAdapter(projector).handle(event);
      unitOfWork.commit();
    }
  }
}
