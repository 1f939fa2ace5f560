package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Facts.approved;
import static dev.releaseledger.domain.environment.Facts.created;
import static dev.releaseledger.domain.environment.Facts.emergency;
import static dev.releaseledger.domain.environment.Facts.frozen;
import static dev.releaseledger.domain.environment.Facts.proposed;
import static dev.releaseledger.domain.environment.Facts.scheduled;
import static dev.releaseledger.domain.environment.Facts.until;
import static dev.releaseledger.domain.environment.Facts.waived;
import static dev.releaseledger.domain.environment.Facts.withdrawn;
import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.CAROL;
import static dev.releaseledger.domain.environment.Names.DIGEST;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Story.given;
import static dev.releaseledger.domain.environment.Wishes.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ExpireRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.Policy.Separation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who says yes in which capacity, what lapses, what is waived, and what there is no time for. */
class GovernanceStoriesTest {

  private static Terms terms(
      Map<String, Integer> capacities, boolean signed, @Nullable Integer hours, String... authors) {
    return new Terms(new TreeMap<>(capacities), signed, hours, true, List.of(authors), null, null);
  }

  private static ApprovePlan approve(String actor, Separation apart, boolean identified) {
    return Wishes.approve(PLAN, DIGEST, actor, List.of(apart), identified);
  }

  private static EnvironmentCommand urgent() {
    return start(DIGEST, Wishes.open(), true);
  }

  private static RolloutStatus status(Story.Ending ending) {
    return ending.state().rollout(PLAN).orElseThrow().status();
  }

  @Test
  void a_plan_is_approved_once_the_right_people_have_said_yes() {
    Story story = given(created(1), proposed(terms(Map.of("group security", 1), false, null)));

    story.when(Wishes.approve(BOB)).then(approved(BOB, false));
    assertThat(status(story.when(Wishes.approve(BOB)))).isEqualTo(RolloutStatus.PROPOSED);
    Story.Ending second =
        story
            .and(approved(BOB, false))
            .when(
                Wishes.approve(
                    PLAN,
                    DIGEST,
                    CAROL,
                    List.of(Separation.REQUESTER_APPROVES),
                    false,
                    "group security"));
    second.then(approved(CAROL, true, "group security"));
    assertThat(status(second)).isEqualTo(RolloutStatus.APPROVED);
  }

  @Test
  void who_wrote_a_commit_of_it_does_not_approve_it() {
    Story story = given(created(1), proposed(terms(Map.of(), false, null, BOB)));

    story.when(approve(BOB, Separation.AUTHOR_APPROVES, true)).thenRefused("own-commits");
    story.when(approve(BOB, Separation.REQUESTER_APPROVES, true)).then(approved(BOB));
    story.when(approve(CAROL, Separation.AUTHOR_APPROVES, true)).then(approved(CAROL));
    story
        .when(approve(CAROL, Separation.AUTHOR_APPROVES, false))
        .thenRefused("approver-unidentified");
  }

  @Test
  void the_proposer_approves_where_the_policy_does_not_keep_them_apart() {
    Story story = given(created(1), proposed(1));
    story.when(approve(ALICE, Separation.REQUESTER_APPROVES, true)).thenRefused("own-plan");
    story.when(approve(ALICE, Separation.REQUESTER_APPLIES, true)).then(approved(ALICE));
  }

  @Test
  void where_approvals_are_signed_one_without_a_signature_is_none() {
    given(created(1), proposed(terms(Map.of(), true, null)))
        .when(Wishes.approve(BOB))
        .thenRefused("signature-missing");
  }

  @Test
  void a_yes_is_taken_back_by_who_gave_it() {
    Story story = given(until(RolloutStatus.APPROVED));

    story.when(Wishes.withdraw(BOB)).then(withdrawn(BOB));
    story.when(Wishes.withdraw(CAROL)).thenRefused("not-approved");
    assertThat(status(story.when(Wishes.withdraw(BOB)))).isEqualTo(RolloutStatus.PROPOSED);
    story.and(withdrawn(BOB)).when(Wishes.approve(BOB)).then(approved(BOB));
  }

  @Test
  void an_admin_takes_back_the_yes_of_somebody_who_may_not_say_it_any_more() {
    Story.Ending ending =
        given(until(RolloutStatus.APPROVED))
            .when(new EnvironmentCommand.WithdrawApproval(PROD, PLAN, "has left", BOB, CAROL, NOW));
    ending.then(
        new EnvironmentEvent.ApprovalWithdrawn(
            "shop", "prod", PLAN, "has left", BOB, false, CAROL, NOW));
    assertThat(status(ending)).isEqualTo(RolloutStatus.PROPOSED);
  }

  @Test
  void what_is_scheduled_and_loses_an_approval_waits_again() {
    Story.Ending ending = given(until(RolloutStatus.SCHEDULED)).when(Wishes.withdraw(BOB));
    assertThat(status(ending)).isEqualTo(RolloutStatus.PROPOSED);
    assertThat(ending.state().rollout(PLAN).orElseThrow().schedule()).isNull();
  }

  @Test
  void nothing_is_scheduled_for_a_time_that_has_passed() {
    given(until(RolloutStatus.APPROVED))
        .when(new EnvironmentCommand.ScheduleRollout(PROD, PLAN, NOW, "manual", null, ALICE, NOW))
        .thenRefused("time-passed");
  }

  @Test
  void what_somebody_asked_too_early_for_runs_at_its_time_all_the_same() {
    Story story =
        given(until(RolloutStatus.SCHEDULED))
            .and(new ApplyRefused("shop", "prod", PLAN, "main", "window-closed", "no", ALICE, NOW));
    assertThat(story.state().rollout(PLAN).orElseThrow().status())
        .isEqualTo(RolloutStatus.SCHEDULED);
  }

  @Test
  void a_rollout_whose_approval_lapsed_is_over() {
    Story story = given(created(1), proposed(terms(Map.of(), false, 8)), approved(BOB));

    story.when(new ExpireRollout(PROD, PLAN, "act_time", NOW.plusSeconds(60))).then();
    Story.Ending late =
        story.when(new ExpireRollout(PROD, PLAN, "act_time", NOW.plus(Duration.ofHours(8))));
    late.then(
        new RolloutExpired(
            "shop",
            "prod",
            PLAN,
            "an approval held for 8 hours",
            "act_time",
            NOW.plus(Duration.ofHours(8))));
    assertThat(status(late)).isEqualTo(RolloutStatus.EXPIRED);
  }

  @Test
  void a_waived_freeze_lets_this_plan_through_and_no_other() {
    Story story = given(until(RolloutStatus.APPROVED)).and(frozen());

    story.when(start()).thenRefused("environment-frozen");
    story.when(Wishes.waive("freeze")).then(waived("freeze"));
    Story.Ending started = story.and(waived("freeze")).when(start());
    ApplyStarted event = (ApplyStarted) started.events().getFirst();
    assertThat(event.gates())
        .filteredOn(gate -> gate.gate().equals("freeze"))
        .singleElement()
        // What people wrote is in the events that they wrote it into, where it can be erased.
        .satisfies(gate -> assertThat(gate.why()).isEqualTo("waived (the environment is frozen)"));
    story.when(Wishes.waive("approvals")).thenRefused("not-waivable");
    story
        .when(new EnvironmentCommand.WaiveGate(PROD, PLAN, "freeze", "mine", null, ALICE, NOW))
        .thenRefused("own-waiver");
  }

  @Test
  void who_waived_one_freeze_did_not_waive_the_next() {
    given(until(RolloutStatus.APPROVED))
        .and(frozen(), waived("freeze"), Facts.unfrozen())
        .and(
            new EnvironmentEvent.EnvironmentFrozen(
                "shop", "prod", "another one", ALICE, NOW.plusSeconds(1)))
        .when(start())
        .thenRefused("environment-frozen");
  }

  @Test
  void an_emergency_goes_past_people_and_is_looked_at_by_another() {
    Story declared = given(created(2), proposed(2), frozen(), emergency());

    ApplyStarted started = (ApplyStarted) declared.when(urgent()).events().getFirst();
    assertThat(started.gates().stream().filter(gate -> !gate.met()).map(PassedGate::gate))
        .containsExactly("approvals", "freeze");
    declared.when(start()).thenRefused("approvals-missing");
    declared.when(Wishes.review(ALICE)).thenRefused("own-emergency");
    Story.Ending reviewed = declared.and(started).when(Wishes.review(BOB));
    assertThat(reviewed.state().awaitingReview()).isEmpty();
    given(created(0), proposed(0)).when(Wishes.review(BOB)).thenRefused("no-emergency");
  }

  @Test
  void an_emergency_does_not_go_past_drift() {
    given(created(2), proposed(2), emergency(), Facts.drift(null, DriftCheck.REQUESTED))
        .when(urgent())
        .thenRefused("drift-present");
  }

  @Test
  void where_the_policy_knows_no_emergencies_none_is_declared() {
    given(created(1), proposed(1))
        .when(
            new EnvironmentCommand.DeclareEmergency(
                PROD, PLAN, new Policy.Emergency(false, 1), "no time", null, ALICE, NOW))
        .thenRefused("emergency-forbidden");
  }

  @Test
  void an_emergency_that_nobody_looked_at_in_time_stops_the_next_plan() {
    Story story =
        given(created(0), proposed(0), emergency(), Facts.aborted())
            .and(proposed("rol_2", "sha256:plan2", Names.BASE, Names.TARGET, 0));
    story
        .when(
            new EnvironmentCommand.StartApply(
                PROD,
                "rol_2",
                "sha256:plan2",
                Wishes.open(),
                false,
                "node-1",
                "manual",
                BOB,
                NOW.plus(Duration.ofHours(49))))
        .thenRefused("review-overdue");
  }

  @Test
  void a_change_that_has_to_be_filled_in_is_complete_once_that_is_right() {
    Story pending = given(until(RolloutStatus.BACKFILL_PENDING));

    assertThat(status(pending.when(Wishes.backfill(false))))
        .isEqualTo(RolloutStatus.BACKFILL_PENDING);
    pending
        .when(Wishes.backfill(true))
        .then(new BackfillRecorded("shop", "prod", PLAN, true, 12L, "job 8", null, ALICE, NOW));
    assertThat(status(pending.when(Wishes.backfill(true)))).isEqualTo(RolloutStatus.RELEASED);
  }

  @Test
  void a_plan_is_judged_by_the_policy_that_holds() {
    given(until(RolloutStatus.APPROVED))
        .when(start(DIGEST, Wishes.circumstances(Policy.of(Marking.DEVELOPMENT), "sha256:another")))
        .thenRefused("policy-changed");
  }

  @Test
  void a_plan_that_is_scheduled_runs_when_it_is_started() {
    assertThat(status(given(until(RolloutStatus.APPROVED)).and(scheduled()).when(start())))
        .isEqualTo(RolloutStatus.APPLYING);
  }
}
