package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.projections.approvals.ApprovalInbox;
import dev.releaseledger.projections.approvals.WaitingPlan;
import dev.releaseledger.projections.drift.DriftRow;
import dev.releaseledger.projections.drift.Drifts;
import dev.releaseledger.projections.environments.EnvironmentRow;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.releases.ReleaseRow;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every view after the commands that fill it; each test has a project of its own. */
@PostgresTest
class ViewsTest {

  private static RunningLedger service;

  @BeforeAll
  static void start(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Operator operator(String project, int approvals) {
    Operator operator = new Operator(service.ledger(), project, "prod");
    operator.create(approvals);
    return operator;
  }

  private static EnvironmentRow environment(String project) {
    service.settle();
    return service.the(Environments.class).one(project, "prod").orElseThrow();
  }

  private static RolloutRow rollout(String rollout) {
    service.settle();
    return service.the(Rollouts.class).one(rollout).orElseThrow();
  }

  private static List<WaitingPlan> inbox(String actor, String project) {
    service.settle();
    return service.the(ApprovalInbox.class).of(actor).stream()
        .filter(plan -> plan.project().equals(project))
        .toList();
  }

  private static DriftRow drift(String project) {
    service.settle();
    return service.the(Drifts.class).of(project, "prod").orElseThrow();
  }

  @Test
  void a_new_environment_has_no_release_and_nobody_knows_whether_it_drifted() {
    operator("new", 2);

    assertThat(environment("new"))
        .isEqualTo(
            new EnvironmentRow(
                "new",
                "prod",
                Operator.at("embedded:shop"),
                2,
                2,
                0,
                "development",
                null,
                null,
                "unknown"));
  }

  @Test
  void environments_come_in_promotion_order() {
    new Operator(service.ledger(), "order", "staging").create(0);
    new Operator(service.ledger(), "order", "prod").create(0);
    service.settle();

    assertThat(service.the(Environments.class).of("order"))
        .extracting(EnvironmentRow::environment)
        .containsExactly("staging", "prod");
  }

  @Test
  void a_frozen_environment_says_why() {
    operator("frozen", 0).freeze("Black Friday");

    assertThat(environment("frozen").freezeReason()).isEqualTo("Black Friday");
  }

  @Test
  void an_unfrozen_environment_is_as_before() {
    Operator operator = operator("unfrozen", 0);
    operator.freeze("Black Friday");
    operator.unfreeze();

    assertThat(environment("unfrozen").freezeReason()).isNull();
  }

  @Test
  void an_environment_is_on_the_release_its_pointer_is_at() {
    operator("pointer", 1).rollOut("rol_pointer", "fp:a", "fp:b");

    EnvironmentRow row = environment("pointer");
    assertThat(row.release()).isNotNull().isEqualTo(rollout("rol_pointer").release());
    assertThat(row.drift()).isEqualTo("clean");
  }

  @Test
  void the_moves_of_a_pointer_come_newest_first_and_name_the_one_before() {
    Operator operator = operator("moves", 0);
    operator.baseline("fp:a");
    operator.rollOut("rol_moves", "fp:a", "fp:b");
    service.settle();
    Releases releases = service.the(Releases.class);
    String baseline = releases.history("moves", "prod", 9).getLast().release();
    operator.rollBack(baseline);
    service.settle();

    List<ReleaseRow> moves = releases.history("moves", "prod", 9);

    assertThat(moves)
        .extracting(ReleaseRow::cause)
        .containsExactly("rollback", "apply", "baseline");
    assertThat(moves.getFirst().release()).isEqualTo(baseline);
    assertThat(moves.getFirst().previous()).isEqualTo(moves.get(1).release());
    assertThat(moves.get(1).previous()).isEqualTo(baseline);
    assertThat(releases.current("moves", "prod")).contains(moves.getFirst());
    assertThat(releases.uses(baseline)).hasSize(2);
  }

  @Test
  void a_history_is_cut_where_it_is_asked_to_be() {
    Operator operator = operator("cut", 0);
    operator.baseline("fp:a");
    operator.baseline("fp:b");
    service.settle();

    assertThat(service.the(Releases.class).history("cut", "prod", 1)).hasSize(1);
  }

  @Test
  void a_rollout_shows_who_approved_it_and_what_ran() {
    operator("shown", 2).rollOut("rol_shown", "fp:a", "fp:b");

    RolloutRow row = rollout("rol_shown");
    assertThat(row.status()).isEqualTo("released");
    assertThat(row.requestedBy()).isEqualTo(Operator.ALICE);
    assertThat(row.destructive()).isTrue();
    assertThat(row.forced()).isTrue();
    assertThat(service.the(Rollouts.class).approvals("rol_shown"))
        .extracting(RolloutRow.Approval::actor)
        .containsExactly(Operator.BOB, Operator.CAROL);
    assertThat(service.the(Rollouts.class).statements("rol_shown"))
        .extracting(RolloutRow.Statement::step)
        .containsExactly(1, 2);
  }

  @Test
  void a_failed_rollout_shows_where_and_why() {
    Operator operator = operator("failed", 0);
    operator.propose("rol_failed", "fp:a", "fp:b", Operator.ALICE);
    operator.start("rol_failed");
    operator.fail("rol_failed", "fp:a");

    RolloutRow row = rollout("rol_failed");
    assertThat(row.status()).isEqualTo("failed");
    assertThat(row.failure())
        .isEqualTo(new RolloutRow.Failure("main", 1, 2, "55P03", "lock timeout", true, List.of()));
  }

  @Test
  void what_was_taken_back_counts_as_committed_no_more() {
    Operator operator = operator("taken", 0);
    operator.propose("rol_taken", "fp:a", "fp:b", Operator.ALICE);
    operator.start("rol_taken");
    operator.runStage("rol_taken", 1);
    operator.failTakingBack("rol_taken", "fp:a", List.of(1));
    service.settle();
    Rollouts rollouts = service.the(Rollouts.class);

    assertThat(rollouts.statements("rol_taken"))
        .extracting(RolloutRow.Statement::step, RolloutRow.Statement::takenBack)
        .contains(tuple(1, true));
    assertThat(rollouts.committed("rol_taken"))
        .isEqualTo(rollouts.statements("rol_taken").size() - 1);
  }

  @Test
  void why_a_rollout_was_asked_for_is_kept_beside_why_it_stands_where_it_does() {
    Operator operator = operator("why", 1);
    operator.propose("rol_why", "fp:a", "fp:b", Operator.ALICE);
    String asked = rollout("rol_why").reason();

    operator.defer("rol_why");
    RolloutRow deferred = rollout("rol_why");
    operator.approve("rol_why", Operator.BOB);
    RolloutRow approved = rollout("rol_why");
    operator.abort("rol_why");
    RolloutRow aborted = rollout("rol_why");

    assertThat(deferred.reason()).isEqualTo(asked).isNotEqualTo("not now");
    assertThat(deferred.statusReason()).isEqualTo("not now");
    assertThat(deferred.nextReview()).isEqualTo("2026-02-01");
    assertThat(approved.statusReason()).isNull();
    assertThat(approved.nextReview()).isNull();
    assertThat(aborted.reason()).isEqualTo(asked);
    assertThat(aborted.statusReason()).isEqualTo("given up");
  }

  @Test
  void rollouts_are_found_by_environment_and_status_newest_first() {
    Operator operator = operator("found", 1);
    operator.propose("rol_found1", "fp:a", "fp:b", Operator.ALICE);
    operator.propose("rol_found2", "fp:a", "fp:c", Operator.ALICE);
    operator.propose("rol_found3", "fp:a", "fp:d", Operator.ALICE);
    operator.reject("rol_found2");
    service.settle();
    Rollouts rollouts = service.the(Rollouts.class);

    assertThat(rollouts.list("found", "prod", "proposed", 9))
        .extracting(RolloutRow::rollout)
        .containsExactly("rol_found3", "rol_found1");
    assertThat(rollouts.list("found", null, null, 2))
        .extracting(RolloutRow::rollout)
        .containsExactly("rol_found3", "rol_found2");
  }

  @Test
  void a_plan_waits_for_others_than_its_proposer() {
    operator("waits", 1).propose("rol_waits", "fp:a", "fp:b", Operator.ALICE);

    assertThat(inbox(Operator.BOB, "waits"))
        .extracting(WaitingPlan::rollout)
        .containsExactly("rol_waits");
    assertThat(inbox(Operator.ALICE, "waits")).isEmpty();
  }

  @Test
  void a_plan_that_needs_no_approval_waits_for_nobody() {
    operator("free", 0).propose("rol_free", "fp:a", "fp:b", Operator.ALICE);

    assertThat(inbox(Operator.BOB, "free")).isEmpty();
  }

  @Test
  void a_plan_leaves_the_inbox_with_its_last_approval() {
    Operator operator = operator("last", 2);
    operator.propose("rol_last", "fp:a", "fp:b", Operator.ALICE);
    operator.approve("rol_last", Operator.BOB);

    assertThat(inbox(Operator.CAROL, "last"))
        .extracting(WaitingPlan::approvalsGiven)
        .containsExactly(1);
    operator.approve("rol_last", Operator.CAROL);
    assertThat(inbox(Operator.CAROL, "last")).isEmpty();
  }

  @Test
  void a_deferred_plan_keeps_waiting_and_says_until_when() {
    Operator operator = operator("deferred", 1);
    operator.propose("rol_deferred", "fp:a", "fp:b", Operator.ALICE);
    operator.defer("rol_deferred");

    assertThat(inbox(Operator.BOB, "deferred"))
        .extracting(WaitingPlan::nextReview)
        .containsExactly("2026-02-01");
  }

  @Test
  void plans_that_are_over_wait_no_longer() {
    Operator operator = operator("over", 1);
    operator.propose("rol_over1", "fp:a", "fp:b", Operator.ALICE);
    operator.propose("rol_over2", "fp:a", "fp:b", Operator.ALICE);
    operator.propose("rol_over3", "fp:a", "fp:b", Operator.ALICE);
    operator.reject("rol_over1");
    operator.abort("rol_over2");
    operator.invalidate("rol_over3");

    assertThat(inbox(Operator.BOB, "over")).isEmpty();
  }

  @Test
  void drift_is_shown_with_what_differs() {
    operator("drifted", 0).findDrift(null, DriftCheck.REQUESTED);

    DriftRow row = drift("drifted");
    assertThat(row.status()).isEqualTo("drifted");
    assertThat(row.occasion()).isEqualTo("requested");
    assertThat(row.expected()).isEqualTo(Operator.at("fp:expected"));
    assertThat(row.observed()).isEqualTo(Operator.at("fp:strange"));
    assertThat(row.differences()).containsExactly("column customers.nick is not declared");
    assertThat(row.report()).isEqualTo("sha256:report");
    assertThat(environment("drifted").drift()).isEqualTo("drifted");
  }

  @Test
  void a_clean_check_takes_the_drift_away() {
    Operator operator = operator("resolved", 0);
    operator.findDrift(null, DriftCheck.REQUESTED);
    operator.findClean(null, DriftCheck.REQUESTED, "fp:a");

    DriftRow row = drift("resolved");
    assertThat(row.status()).isEqualTo("clean");
    assertThat(row.differences()).isEmpty();
    assertThat(row.report()).isNull();
    assertThat(environment("resolved").drift()).isEqualTo("clean");
  }

  @Test
  void an_environment_that_was_never_checked_has_no_drift_report() {
    operator("unchecked", 0);
    service.settle();

    assertThat(service.the(Drifts.class).of("unchecked", "prod")).isEmpty();
  }

  @Test
  void the_timeline_says_in_order_who_did_what() {
    Operator operator = operator("told", 0);
    operator.freeze("Black Friday");
    operator.unfreeze();
    service.settle();

    assertThat(service.the(Timeline.class).after(0, TimelineFilter.in("told", "prod"), 9))
        .extracting(TimelineEntry::type, TimelineEntry::actor, TimelineEntry::sentence)
        .containsExactly(
            tuple(
                "environment-created",
                "act_alice",
                "created environment prod, no approval required"),
            tuple("environment-frozen", "act_alice", "froze prod: Black Friday"),
            tuple("environment-unfrozen", "act_alice", "unfroze prod: go on"));
  }

  @Test
  void the_timeline_goes_on_behind_a_position() {
    Operator operator = operator("behind", 0);
    long seen = operator.freeze("stop");
    operator.unfreeze();
    service.settle();

    assertThat(service.the(Timeline.class).after(seen, TimelineFilter.in("behind", null), 9))
        .extracting(TimelineEntry::type)
        .containsExactly("environment-unfrozen");
  }

  @Test
  void the_latest_entries_are_told_oldest_first() {
    Operator operator = operator("latest", 0);
    operator.freeze("stop");
    operator.unfreeze();
    service.settle();

    assertThat(service.the(Timeline.class).latest(TimelineFilter.in("latest", "prod"), 2))
        .extracting(TimelineEntry::type)
        .containsExactly("environment-frozen", "environment-unfrozen");
  }
}
